import Canvas
import Domain
import Figures
import Output
import Panels

/// The stages of projects by name, in the search and the palette: each leads to its projects.
enum StageChoice {
  /// Returns the stages whose name begins as typed, and the projects that are signed and not started.
  static func choices(_ state: AppState) -> [Choice] {
    guard state.query.count > 1 else { return [] }
    let query = state.query.lowercased()
    let filter = NameFilter(query)
    func matches(_ name: Name) -> Bool {
      name.en.lowercased().hasPrefix(query) || name.zh.hasPrefix(query)
        || (query.allSatisfy(\.isASCII) && name.zh.count == query.count
          && filter.matches([Name(zh: name.zh, en: "")]))
    }
    let waiting = Name(zh: "签约未开工", en: "signed, not started")
    let stages = state.board.pipeline.steps.filter { matches(state.dataset.rungName($0.rung)) }.map { step in
      choice(
        state.dataset.rungName(step.rung), step.isUnknown ? nil : step.listed, ["stage": step.rung.rawValue],
        state)
    }
    guard matches(waiting) else { return stages }
    let isUnknown = state.board.pipeline.steps.first { $0.rung == .signed }?.isUnknown ?? true
    return stages
      + [choice(waiting, isUnknown ? nil : state.board.waiting.count, ["waiting": "yes"], state)]
  }

  /// - Parameter count: the number of projects; nil if no document names one.
  private static func choice(_ name: Name, _ count: Int?, _ filters: [String: String], _ state: AppState)
    -> Choice
  {
    let words =
      count.map { state.text("  \($0)个项目", "  \($0) projects") }
      ?? state.text("  没有文件写明项目", "  no document names a project")
    let title = Line([
      Span(TextWidth.padded(state.text("阶段", "stage"), to: state.language == .zh ? 9 : 13), .muted),
      Span(state.text(name), Style(.strong)),
      Span(words, .muted),
    ])
    return Choice(title: title) {
      $0.go(to: ViewID.projects, filters: filters)
      return nil
    }
  }
}
