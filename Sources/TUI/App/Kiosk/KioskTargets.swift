import Canvas
import Domain
import Figures
import Panels

/// The other headline indicators: the newest figure and its state.
struct KioskTargets: KioskView {
  let id = "targets"
  let title = Name(zh: "主要指标", en: "Main figures")

  func page(_ context: PanelContext) -> KioskPage? {
    let main = KioskOverview.row(context)?.indicator.id
    let lines = context.dataset.info.headlines.filter { $0 != main }.compactMap { line($0, context) }
    guard !lines.isEmpty else { return nil }
    return KioskPage(
      title: context.text("主要指标", "Main figures"),
      lines: lines.enumerated().map { index, line in
        var line = line
        line.weight = lines.count - index
        return line
      }, isList: true)
  }

  private func line(_ id: String, _ context: PanelContext) -> KioskLine? {
    guard let indicator = context.dataset.indicators[id] else { return nil }
    let row = context.board.headline(id)
    guard let figure = row?.observation ?? context.board.newest(id) else { return nil }
    let name = context.text(indicator.short)
    let time = context.time(of: figure)
    let state = row.map { "\(context.glyph($0.status)) \(context.text($0.word))" } ?? ""
    let small = BigLine.Piece.small("\(time)\n\(state)", row?.status.role ?? .muted)
    return KioskLine(
      [
        [BigLine([.large(name)] + context.pieces(of: figure) + [small])],
        [BigLine([.large(name)]), BigLine(context.pieces(of: figure) + [small])],
      ], weight: 0)
  }
}
