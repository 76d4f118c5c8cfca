/// A document that figures come from.
package struct Source: Hashable, Sendable {
  package enum Kind: String, CaseIterable, Sendable {
    case plan
    case draft
    case newspaper
    case pressConference = "press-conference"
  }

  package var id: String
  package var title: Name
  package var short: Name
  package var issuer: Name
  /// Document number as printed; empty when there is none.
  package var number: String
  package var date: PartialDate
  /// How the date was inferred, where it is not printed.
  package var dateNote: Name?
  package var kind: Kind
  /// File name of the plain-text copy.
  package var file: String
  /// First and last line of the document in its copy; nil when it is the whole.
  package var lines: ClosedRange<Int>?

  package init(
    id: String, title: Name, short: Name, issuer: Name, number: String, date: PartialDate,
    dateNote: Name? = nil, kind: Kind, file: String, lines: ClosedRange<Int>? = nil
  ) {
    (
      self.id, self.title, self.short, self.issuer, self.number, self.date, self.dateNote, self.kind,
      self.file, self.lines
    ) = (id, title, short, issuer, number, date, dateNote, kind, file, lines)
  }

  /// The day from which its content counts as known: the last day its date can mean.
  package var knownOn: Day { date.latest }
}

/// What decides which of several statements of a target is shown.
package enum PrecedenceCriterion: String, CaseIterable, Sendable {
  /// A target that is adopted comes before one that only a draft for comments prints.
  case adoptedOverDraft = "adopted-over-draft"
  /// Of two plans the one whose document is newer.
  case newerDocument = "newer-document"
  /// Of two statements of one plan's target the one that its own document prints.
  case ownDocument = "own-document"
}

/// A plan that sets targets.
package struct Plan: Hashable, Sendable {
  /// When a plan is reported as adopted, and where.
  package struct Adoption: Hashable, Sendable {
    package var date: PartialDate
    package var citations: [Citation]

    package init(date: PartialDate, citations: [Citation]) {
      self.date = date
      self.citations = citations
    }
  }

  package var id: String
  package var name: Name
  package var short: Name
  package var source: String
  package var start: Day
  package var end: Day
  /// The year that progress is measured from; nil when the plan prints none.
  package var baseline: Period?
  /// Its short name beside a number that only its draft prints.
  package var shortAsDraft: Name { Name(zh: short.zh + "（稿）", en: short.en + " (draft)") }

  /// Whether its document is a draft for comments.
  package var isDraft = false
  package var adopted: Adoption?
  package var note: Name?

  package init(
    id: String, name: Name, short: Name, source: String, start: Day, end: Day, baseline: Period? = nil,
    isDraft: Bool = false, adopted: Adoption? = nil, note: Name? = nil
  ) {
    (
      self.id, self.name, self.short, self.source, self.start, self.end, self.baseline, self.isDraft,
      self.adopted, self.note
    ) = (id, name, short, source, start, end, baseline, isDraft, adopted, note)
  }
}
