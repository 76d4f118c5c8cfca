import Canvas
import Domain
import Panels

/// The figure under the cursor with its citation, as a line for a letter or a report.
struct Quotation: Equatable {
  /// The text, without control characters: `规上总产值：109.43亿元（《…》黔江府发〔2021〕1号，2021-08-25，二（三）1）`.
  let text: String

  /// Nil if there is no figure under the cursor.
  init?(_ state: AppState) {
    guard let statement = state.statements.first else { return nil }
    let figure = statement.figure.flatMap { state.dataset.figures[$0] }
    let value = Self.value(statement, figure, state)
    let sources = statement.citations.map { Quotation.text($0, state) }
      .joined(separator: state.text("；", "; "))
    var text = state.text(statement.label)
    // A figure of the district does not name it.
    if figure?.subject == .district {
      text = state.text(
        "\(state.text(state.dataset.info.short))\(text)", "\(state.text(state.dataset.info.short)): \(text)")
    }
    if !value.isEmpty { text += state.text("：", ": ") + value }
    if !sources.isEmpty { text += state.text("（\(sources)）", " (\(sources))") }
    if let disagreement = figure.flatMap({ state.context.opposition(to: $0) }) {
      text += state.text("；", "; ") + disagreement.text
    }
    self.text = TextWidth.cleaned(text)
  }

  /// Returns value, period and kind. The scope is left out where the name of the indicator has it.
  private static func value(_ statement: Statement, _ figure: Figure?, _ state: AppState) -> String {
    var value = state.text(statement.value).split(separator: " ").joined(separator: " ")
    guard let figure else { return value }
    let scope = state.text(state.dataset.scopeName(figure.scope))
    let said = state.language == .zh ? scope : scope.lowercased()
    if state.text(statement.label).lowercased().contains(said.lowercased()), value.hasSuffix(said) {
      value.removeLast(said.count)
      while let last = value.last, last == " " || last == "," { value.removeLast() }
    }
    return value
  }

  static func text(_ citation: Citation, _ state: AppState) -> String {
    guard let source = state.dataset.sources[citation.source] else { return citation.source }
    let title = state.text(source.title)
    let parts = [
      state.text("《\(title)》\(source.number)", source.number.isEmpty ? title : "\(title), \(source.number)"),
      source.date.label(state.language), state.context.section(of: citation),
      state.text("文本第\(citation.line)行", "line \(citation.line) of the copy"),
    ]
    return parts.filter { !$0.isEmpty }.joined(separator: state.text("，", ", "))
  }
}
