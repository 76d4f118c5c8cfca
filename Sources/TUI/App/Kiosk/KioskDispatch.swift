import Canvas
import Domain
import Figures
import Panels

/// The month of the office: the lights, then how many changed, what is overdue, and who has not reported.
struct KioskDispatch: KioskView {
  let id = "dispatch"
  let title = Name(zh: "调度", en: "Dispatch")

  func page(_ context: PanelContext) -> KioskPage? {
    guard context.board.hasMonth else { return nil }
    let board = DispatchBoard(context.board)
    guard !board.isEmpty else { return nil }
    let facts = facts(board, context)
    let lights = lights(board, context)
    func table(_ word: (Fact) -> String, hasFirst: Bool = false, isLong: Bool = true) -> [KioskRow] {
      (0..<max(facts.count, lights.count)).map { place in
        var pieces: [BigLine.Piece] = []
        if !lights.isEmpty {
          pieces.append(
            lights.indices.contains(place)
              ? isLong ? lights[place].long : lights[place].short : .text("", .plain))
        }
        let fact = facts.indices.contains(place) ? facts[place] : nil
        pieces += [.text(fact.map(word) ?? ""), fact.map(count) ?? .figure("")]
        if hasFirst { pieces.append(.text(fact?.first ?? "", .plain)) }
        return KioskRow(BigLine(pieces))
      }
    }
    let rows = [
      table(\.word, hasFirst: true), table(\.word), table(\.short), table(\.short, isLong: false),
    ]
    let period = board.period.label(context.language)
    let since = context.text(
      "\(period)调度，新增和办结自\(board.since)起", "dispatch of \(period); new and settled since \(board.since)")
    return KioskPage(
      headings: [since, context.text("\(period)调度", "dispatch of \(period)")], rows: rows,
      notes: facts.filter { !$0.all.isEmpty }.map { ["\($0.word)\(context.text("：", ": "))\($0.all)"] },
      dates: dates(board, context))
  }

  /// A line of the page.
  private struct Fact {
    /// What is counted, and a shorter word for it.
    var word: String
    var short: String
    var count: Int
    /// Whether it is bad if there is any.
    var isBad: Bool
    /// The worst of them in a few words; empty if there is none.
    var first = ""
    /// All of them, for a note.
    var all = ""
  }

  private func count(_ fact: Fact) -> BigLine.Piece {
    .figure("\(fact.count)", fact.count == 0 ? .plain : fact.isBad ? .farBehind : .strong)
  }

  /// Returns a block for each light, with its word and without; none where no lights are given.
  private func lights(
    _ board: DispatchBoard, _ context: PanelContext
  ) -> [(long: BigLine.Piece, short: BigLine.Piece)] {
    guard !board.lights.isEmpty else { return [] }
    return [Light.red, .yellow, .green].map { light in
      let count = board.count(light)
      let role = count == 0 ? Role.noData : context.role(light)
      return (
        .block("\(context.glyph(light)) \(context.text(light.name)) \(count)", role),
        .block("\(context.glyph(light)) \(count)", role)
      )
    }
  }

  private func facts(_ board: DispatchBoard, _ context: PanelContext) -> [Fact] {
    func name(_ unit: String?) -> String {
      unit.map { id in context.dataset.organisations[id].map { context.text($0.name) } ?? id } ?? ""
    }
    func listed(_ texts: [String]) -> String { texts.joined(separator: context.text("；", "; ")) }
    let changes = board.changedLights.map { history in
      let lights = [history.before, history.light].compactMap(\.self).map { context.text($0.name) }
      return
        "\(context.text(context.dataset.name(of: history))) \(lights.joined(separator: context.glyphs.arrow))"
    }
    let overdue = board.overdueProblems
    let overdueNames = overdue.map { row in
      context.text(
        "\(row.problem.title.zh) \(row.supervision.overdueDays ?? 0)天",
        "\(row.problem.title.en), \(row.supervision.overdueDays ?? 0) d")
    }
    let missing = board.missingReports.map { name($0.duty.unit) }
    let decisions = board.openDecisions.filter(\.supervision.isOverdue)
    var facts: [Fact] = []
    if board.hasLights {
      facts.append(
        Fact(
          word: context.text("变灯", "Lights changed"), short: context.text("变灯", "lights changed"),
          count: changes.count,
          isBad: board.changedLights.contains { ($0.light?.order ?? 2) < ($0.before?.order ?? 2) },
          first: changes.first ?? "", all: listed(changes)))
    }
    facts.append(
      Fact(
        word: context.text("问题逾期", "Problems overdue"), short: context.text("逾期", "problems late"),
        count: overdue.count,
        isBad: true,
        first: context.text("在办\(board.openProblems.count)", "of \(board.openProblems.count) open"),
        all: listed(overdueNames)))
    if !board.decisions.isEmpty {
      facts.append(
        Fact(
          word: context.text("决定逾期", "Decisions overdue"), short: context.text("决定", "decisions late"),
          count: decisions.count, isBad: true,
          first: context.text(
            "待办\(board.openDecisions.count)", "of \(board.openDecisions.count) to carry out"),
          all: listed(decisions.map { context.text($0.decision.title) })))
    }
    if !board.duties.isEmpty {
      facts.append(
        Fact(
          word: context.text("未报", "Not reported"), short: context.text("未报", "not reported"),
          count: missing.count, isBad: true,
          first: missing.first ?? context.text("各单位已报", "all units have"), all: listed(missing)))
    }
    return facts
  }

  private func dates(_ board: DispatchBoard, _ context: PanelContext) -> [String] {
    let day = board.asOf
    let now = min(context.today, context.board.asOf)
    let data = context.text("调度数据截至\(day)", "records up to \(day)")
    guard day < now else { return [data] }
    let age = context.span(from: day, to: now)
    return [context.text("\(data)，距今\(age)", "\(data), \(age) old"), data]
  }
}
