import Canvas
import Domain

/// The figure under the cursor with its citation, as a line for a letter or a report.
struct Quotation: Equatable {
  /// The text, without control characters: `规上总产值：109.43亿元（《…》黔江府发〔2021〕1号，2021-08-25，二（三）1）`.
  let text: String

  /// Nil if there is no figure under the cursor.
  init?(_ state: AppState) {
    guard let statement = state.statements.first else { return nil }
    let value = state.text(statement.value).split(separator: " ").joined(separator: " ")
    let sources = statement.citations.map { Quotation.text($0, state) }
      .joined(separator: state.text("；", "; "))
    var text = state.text(statement.label)
    if !value.isEmpty { text += state.text("：", ": ") + value }
    if !sources.isEmpty { text += state.text("（\(sources)）", " (\(sources))") }
    self.text = TextWidth.cleaned(text)
  }

  static func text(_ citation: Citation, _ state: AppState) -> String {
    guard let source = state.dataset.sources[citation.source] else { return citation.source }
    let title = state.text(source.title)
    let parts = [
      state.text("《\(title)》\(source.number)", source.number.isEmpty ? title : "\(title), \(source.number)"),
      source.date.label(state.language), citation.section,
    ]
    return parts.filter { !$0.isEmpty }.joined(separator: state.text("，", ", "))
  }
}
