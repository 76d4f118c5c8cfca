/// A source document.
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
  /// The document number as printed; empty if there is none.
  package var number: String
  package var date: PartialDate
  /// How the date was inferred, if it is not printed.
  package var dateNote: Name?
  package var kind: Kind
  /// The file name of the plain-text copy.
  package var file: String
  /// The first and last line of the document in its copy; nil if it is the whole copy.
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

  /// The day on which its content counts as known: the last possible day of its date.
  package var knownOn: Day { date.latest }
}

/// A criterion that chooses among competing statements of a target.
package enum PrecedenceCriterion: String, CaseIterable, Sendable {
  /// An adopted target precedes one that only a draft for comments prints.
  case adoptedOverDraft = "adopted-over-draft"
  /// The plan with the newer document takes precedence.
  case newerDocument = "newer-document"
  /// A target printed in the plan's own document precedes a statement of it elsewhere.
  case ownDocument = "own-document"
}

/// A plan that sets targets.
package struct Plan: Hashable, Sendable {
  /// The date on which a plan is reported as adopted, with citations.
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
  /// The base year for measuring progress; nil if the plan prints none.
  package var baseline: Period?
  /// The short name shown beside a number that only the draft of the plan prints.
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
