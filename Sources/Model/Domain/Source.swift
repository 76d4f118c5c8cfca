/// A source document.
package struct Source: Hashable, Sendable {
  /// The kind of a document.
  package enum Kind: String, CaseIterable, Sendable {
    case plan
    case draft
    case newspaper
    case pressConference = "press-conference"
    /// The yearly report of a government on its work.
    case workReport = "work-report"
    /// A communiqué of a statistics office.
    case bulletin
    /// A table of a statistics office, such as a monthly one.
    case statisticalTable = "statistical-table"
  }

  /// The id: lowercase letters, digits and hyphens, unique within its kind.
  package var id: String
  /// The title as printed.
  package var title: Name
  /// The title in a few characters.
  package var short: Name
  /// The issuer of the document.
  package var issuer: Name
  /// The document number as printed; empty if there is none.
  package var number: String
  /// The date of the document, as precise as printed.
  package var date: PartialDate
  /// How the date was inferred, if it is not printed.
  package var dateNote: Name?
  /// The kind of document.
  package var kind: Kind
  /// The file name of the plain-text copy.
  package var file: String
  /// The first and last line of the document in its copy; nil if it is the whole copy.
  package var lines: ClosedRange<Int>?

  /// Creates a document as a file has it.
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
    /// The date of the adoption, as reported.
    package var date: PartialDate
    /// The places where documents print it, in file order.
    package var citations: [Citation]

    /// Creates the adoption of a draft, dated as the cited places print it.
    package init(date: PartialDate, citations: [Citation]) {
      self.date = date
      self.citations = citations
    }
  }

  /// The id: lowercase letters, digits and hyphens, unique within its kind.
  package var id: String
  /// The name of the plan.
  package var name: Name
  /// The name in a few characters.
  package var short: Name
  /// The id of its document.
  package var source: String
  /// The first day of the plan.
  package var start: Day
  /// The last day of the plan, included.
  package var end: Day
  /// The base year for measuring progress; nil if the plan prints none.
  package var baseline: Period?
  /// The short name shown beside a number that only the draft of the plan prints.
  package var shortAsDraft: Name { Name(zh: short.zh + "（稿）", en: short.en + " (draft)") }

  /// Whether its document is a draft for comments.
  package var isDraft = false
  /// The report of its adoption; nil if no document reports it.
  package var adopted: Adoption?
  /// A remark for readers; nil if there is none.
  package var note: Name?

  /// Creates a plan as a file has it; ids of other records are not resolved.
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
