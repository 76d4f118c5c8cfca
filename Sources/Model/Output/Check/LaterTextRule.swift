import Domain

/// Remarks shown on a day that quote a number or a year printed only in documents published later.
///
/// A number counts if it has three digits or more; one that no document prints is computed and not judged.
struct LaterTextRule {
  private let context: CheckContext
  private let days: [String: Day]
  /// The day on which a document first printed each number.
  private let first: [String: Day]

  init(context: CheckContext) {
    self.context = context
    let days = Dictionary(
      context.dataset.sources.map { ($0.id, $0.knownOn) }, uniquingKeysWith: { first, _ in first })
    self.days = days
    first = LaterTextRule.printings(in: context.dataset, days)
  }

  /// A text of a record, and the day from which it is shown.
  private struct Remark {
    var about: String
    var text: Name
    var day: Day
    var origin: Origin
  }

  func findings() -> [CheckRule.Finding] {
    remarks.compactMap { remark in
      let numbers = LaterTextRule.numbers(in: remark.text.zh) + LaterTextRule.numbers(in: remark.text.en)
      guard let number = numbers.first(where: { first[$0].map { $0 > remark.day } ?? false }),
        let printed = first[number]
      else { return nil }
      return CheckRule.Finding(
        about: remark.about,
        words: Name(
          zh: "\(remark.day)起显示的说明引用“\(number)”，而文件到\(printed)才印出：\(remark.text.zh)",
          en:
            "a remark shown from \(remark.day) quotes '\(number)', first printed on \(printed): \(remark.text.en)"
        ),
        origin: remark.origin)
    }
  }

  // MARK: Remarks

  private var remarks: [Remark] {
    let dataset = context.dataset
    var remarks = dataset.figures.compactMap { figure in
      figure.note.map {
        Remark(about: figure.id, text: $0, day: day(figure.citations), origin: figure.origin)
      }
    }
    for project in dataset.projects {
      let known = day(project.citations)
      func add(_ text: Name?, _ day: Day) {
        if let text {
          remarks.append(Remark(about: project.id, text: text, day: day, origin: project.origin))
        }
      }
      add(project.reason, known)
      add(project.note.flatMap { $0.source == nil ? $0.name : nil }, known)
      for milestone in project.milestones { add(milestone.note, day(milestone.citations)) }
    }
    return remarks + dataset.conflicts.flatMap(texts)
  }

  /// Returns the texts of a conflict, which is known once all its statements are.
  private func texts(of conflict: Conflict) -> [Remark] {
    let known = conflict.statements.map { statement in
      switch statement {
      case .figure(let id): context.dataset.figures[id].map { day($0.citations) } ?? .distantFuture
      case .claim(_, let citations): day(citations)
      }
    }
    let whole = known.max() ?? .distantFuture
    let claims = zip(conflict.statements, known).compactMap { statement, day -> (Name, Day)? in
      if case .claim(let text, _) = statement { (text, day) } else { nil }
    }
    let texts = [conflict.title, conflict.computed, conflict.shown].compactMap(\.self).map { ($0, whole) }
    return (texts + claims).map { text, day in
      Remark(about: conflict.id, text: text, day: day, origin: conflict.origin)
    }
  }

  /// Returns the day on which the first of the cited documents became known.
  private func day(_ citations: [Citation]) -> Day {
    citations.compactMap { days[$0.source] }.min() ?? .distantFuture
  }

  // MARK: Numbers

  /// Returns the numbers of a text with three digits or more, as written.
  private static func numbers(in text: String) -> [String] {
    var numbers: [String] = []
    var number = ""
    let characters = Array(text + " ")
    for (index, character) in characters.enumerated() {
      // 400,000 is one number.
      if character == ",", !number.isEmpty, characters[index + 1].isNumber { continue }
      if character.isASCII,
        character.isNumber || (character == "." && !number.isEmpty && !number.contains("."))
      {
        number.append(character)
        continue
      }
      if number.hasSuffix(".") { number.removeLast() }
      if number.drop(while: { $0 == "0" || $0 == "." }).count(where: \.isNumber) > 2 {
        numbers.append(number)
      }
      number = ""
    }
    return numbers
  }

  /// Returns the day on which a document first printed each number: in citations, and as the year of a figure, a
  /// milestone or a document.
  private static func printings(in dataset: Dataset, _ days: [String: Day]) -> [String: Day] {
    var first: [String: Day] = [:]
    func note(_ text: String, _ day: Day?) {
      guard let day else { return }
      for number in numbers(in: text) { first[number] = min(first[number] ?? .distantFuture, day) }
    }
    func note(_ citations: [Citation]) {
      for citation in citations { note(citation.printed, days[citation.source]) }
    }
    func day(_ citations: [Citation]) -> Day? { citations.compactMap { days[$0.source] }.min() }
    for source in dataset.sources {
      note(source.date.text + " " + source.title.zh, source.knownOn)
    }
    for figure in dataset.figures {
      note(figure.citations)
      let years = Set([figure.period.start.year, figure.period.end.year])
      for year in years { note("\(year) \(Decimal.text(figure.value))", day(figure.citations)) }
    }
    for project in dataset.projects {
      note(project.citations)
      for milestone in project.milestones {
        note(milestone.citations)
        note(milestone.date.text, day(milestone.citations))
      }
    }
    for plan in dataset.plans {
      note("\(plan.start.year) \(plan.end.year) \(plan.end.year + 1)", days[plan.source])
      note(plan.adopted?.citations ?? [])
    }
    for conflict in dataset.conflicts {
      for case .claim(_, let citations) in conflict.statements { note(citations) }
    }
    for programme in dataset.programmes {
      note(programme.citations)
      for task in programme.tasks { note(task.citations) }
    }
    for cluster in dataset.clusters { note(cluster.citations) }
    for firm in dataset.firms { note(firm.citations) }
    for park in dataset.parks { note(park.citations) }
    for strength in dataset.strengths { note(strength.citations) }
    return first
  }
}
