import Domain

/// Decides which of several statements of a target is shown on a day, and by which rule.
///
/// The dataset's criteria come first, in their order. If they do not decide, the figure that a recorded conflict
/// prefers comes first, then file order.
package struct Precedence: Sendable {
  /// The rule that distinguished two statements.
  package enum Decision: Hashable, Sendable {
    case criterion(PrecedenceCriterion)
    /// A person's decision, with the id of the conflict that records it.
    case recorded(String)
    /// No rule did: the first in file order is shown.
    case order
  }

  /// The rank of a statement; the greater one is shown.
  struct Standing: Comparable {
    /// The marks for the criteria, a recorded preference and file order.
    var marks: [Int]

    static func < (left: Standing, right: Standing) -> Bool {
      left.marks.lexicographicallyPrecedes(right.marks)
    }
  }

  /// The criteria, in the order in which they are applied.
  package let criteria: [PrecedenceCriterion]
  private let dataset: Dataset
  private let asOf: Day
  /// The id of the conflict that prefers a figure, by the figure's id.
  private let preferences: [String: String]
  /// Ids of a draft's targets that another known document prints with the same number.
  private let repeated: Set<String>

  /// - Parameters:
  ///   - dataset: the dataset as known on the day.
  ///   - figures: the figures that count on the day. A preference only counts if the preferred figure and a competing
  ///     one are among them.
  init(_ dataset: Dataset, figures: [Figure], asOf: Day) {
    self.dataset = dataset
    self.asOf = asOf
    criteria = dataset.info.precedence
    let concerned = Set(dataset.conflicts.filter { $0.preferred != nil }.flatMap(\.figures))
    let visible = concerned.isEmpty ? [] : Set(figures.map(\.id).filter(concerned.contains))
    let recorded = dataset.conflicts.compactMap { conflict -> (String, String)? in
      guard let preferred = conflict.preferred, visible.contains(preferred),
        conflict.figures.contains(where: { $0 != preferred && visible.contains($0) })
      else { return nil }
      return (preferred, conflict.id)
    }
    preferences = Dictionary(recorded, uniquingKeysWith: { first, _ in first })
    repeated = Precedence.repeated(figures, in: dataset, asOf)
  }

  // MARK: Adoption

  /// Whether a target counts as adopted. Its plan is not a draft, or the draft is reported as adopted and another
  /// document prints this number. Other numbers of a draft may have changed before adoption.
  package func isAdopted(_ figure: Figure) -> Bool {
    guard let plan = figure.plan.flatMap({ dataset.plans[$0] }) else { return false }
    guard plan.isDraft else { return isKnown(plan.source) }
    return repeated.contains(figure.id)
      && plan.adopted?.citations.contains { isKnown($0.source) } == true
  }

  private func isKnown(_ source: String) -> Bool {
    dataset.sources[source].map { $0.knownOn <= asOf } ?? false
  }

  /// The content of a target, regardless of who prints it.
  private struct Statement: Hashable {
    let plan: String
    let topic: TargetBoard.Topic
    let kind: Figure.Kind
    let end: Day
    let value: Double?
    let unit: String
    let comparator: Figure.Comparator
    let words: Name?

    init(_ figure: Figure, of plan: Plan) {
      self.plan = plan.id
      (topic, kind, end) = (TargetBoard.Topic(figure), figure.kind, figure.period.end)
      (value, unit, comparator) = (figure.isInWords ? nil : figure.value, figure.unit, figure.comparator)
      words = figure.words
    }
  }

  private static func repeated(_ figures: [Figure], in dataset: Dataset, _ asOf: Day) -> Set<String> {
    guard dataset.plans.contains(where: \.isDraft) else { return [] }
    var byStatement: [Statement: [Figure]] = [:]
    for figure in figures {
      guard let plan = figure.plan.flatMap({ dataset.plans[$0] }), plan.isDraft else { continue }
      byStatement[Statement(figure, of: plan), default: []].append(figure)
    }
    let confirmed = byStatement.filter { statement, figures in
      figures.contains { figure in
        figure.citations.contains { citation in
          citation.source != dataset.plans[statement.plan]?.source
            && (dataset.sources[citation.source].map { $0.knownOn <= asOf } ?? false)
        }
      }
    }
    return Set(confirmed.values.joined().map(\.id))
  }

  // MARK: Statements

  private func mark(_ criterion: PrecedenceCriterion, _ figure: Figure, _ plan: Plan?) -> Int {
    guard let plan else { return 0 }
    switch criterion {
    case .adoptedOverDraft: return isAdopted(figure) ? 1 : 0
    case .newerDocument: return (dataset.sources[plan.source]?.knownOn ?? .distantPast).number
    case .ownDocument: return figure.citations.contains { $0.source == plan.source } ? 1 : 0
    }
  }

  /// Returns the rank of a target by the criteria alone; the greater one comes first.
  func rank(of figure: Figure) -> Standing {
    let plan = figure.plan.flatMap { dataset.plans[$0] }
    return Standing(marks: criteria.map { mark($0, figure, plan) })
  }

  func standing(of figure: Figure) -> Standing {
    var marks = rank(of: figure).marks
    marks.append(preferences[figure.id] == nil ? 0 : 1)
    marks.append(-(dataset.figures.position(of: figure.id) ?? 0))
    return Standing(marks: marks)
  }

  /// Returns the rule by which one of two statements is shown instead of the other.
  package func decision(between left: Figure, and right: Figure) -> Decision {
    let (a, b) = (standing(of: left), standing(of: right))
    let place = zip(a.marks, b.marks).enumerated().first { $0.element.0 != $0.element.1 }?.offset
    guard let place, place <= criteria.count else { return .order }
    if place < criteria.count { return .criterion(criteria[place]) }
    return .recorded(preferences[(a < b ? right : left).id] ?? "")
  }
}

extension PrecedenceCriterion {
  /// The name on the screen, in both languages.
  package var name: Name {
    switch self {
    case .adoptedOverDraft:
      Name(zh: "已印发或后经证实的数优先于征求意见稿的数", en: "a number issued or confirmed, over one of a draft only")
    case .newerDocument: Name(zh: "规划文件较新者优先", en: "plan with the newer document")
    case .ownDocument: Name(zh: "规划原文优先于转述", en: "the plan's own document over reports of it")
    }
  }
}

extension Precedence.Decision {
  /// The id used in lists.
  package var id: String {
    switch self {
    case .criterion(let criterion): criterion.rawValue
    case .recorded: "recorded"
    case .order: "order"
    }
  }

  /// Returns the display name of the rule.
  ///
  /// - Parameter dataset: the dataset with the names of recorded conflicts' rules.
  package func name(in dataset: Dataset) -> Name {
    switch self {
    case .criterion(let criterion): criterion.name
    case .recorded(let id):
      dataset.conflicts[id].map { dataset.ruleName($0.rule) } ?? Name(zh: "人工核定", en: "recorded decision")
    case .order: Name(zh: "各规则均不能区分，取先列者", en: "no rule distinguishes them; first in the data")
    }
  }
}
