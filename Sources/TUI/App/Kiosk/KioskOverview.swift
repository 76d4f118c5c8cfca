import Canvas
import Domain
import Figures
import Panels

/// The verdict: the first headline indicator that its target measures, and how it stands against its path.
struct KioskOverview: KioskView {
  let id = "overview"
  let title = Name(zh: "总览", en: "Overview")

  func page(_ context: PanelContext) -> KioskPage? {
    guard let row = KioskOverview.row(context) else { return nil }
    let name = context.text(row.indicator.short)
    guard let observation = row.observation else {
      return KioskPage(
        lines: [
          KioskLine([.large(name)], weight: 2, breaks: true),
          KioskLine([.block(context.statusText(row.status), row.status.role)], weight: 1),
        ], notes: [goal(row, context)])
    }
    let time = context.time(of: observation)
    var lines = [
      KioskLine([.large(name), .large(time)], [.large(name), .small(time)], weight: 3),
      KioskLine(context.pieces(of: observation), weight: 5),
      KioskLine(standing(row, context), weight: 4),
    ]
    if row.onBar != nil { lines.append(KioskLine([[BigLine]](), weight: 0, bar: ProgressBar(for: row))) }
    return KioskPage(lines: lines, notes: [goal(row, context), context.dueText(of: row) ?? ""])
  }

  /// Returns the ways to show the lag, or the status without one: as a block, the word of the status beside it.
  private func standing(_ row: TargetProgress, _ context: PanelContext) -> [[BigLine]] {
    let role = row.status.role
    let lag = context.lag(of: row)
    let word = context.text(row.word)
    let glyph = context.glyph(row.status)
    guard !lag.isEmpty else { return [[BigLine([.block("\(glyph) \(word)", role)])]] }
    let months = row.measure?.lagMonths.map { Decimal.text(abs($0), digits: 0) } ?? ""
    return [
      [BigLine([.block("\(glyph) \(lag)", role), .small(word, role)])],
      [BigLine([.block(lag, role), .small(word, role)])],
      [BigLine([.block("\(glyph) \(word)", role), .small(lag, role)])],
      [
        BigLine([
          .block("\(glyph) \(months)", role), .small(context.text("个月\n\(word)", "months\n\(word)"), role),
        ])
      ],
    ]
  }

  /// Returns `应达174.9亿元，2025年目标400亿元`.
  private func goal(_ row: TargetProgress, _ context: PanelContext) -> String {
    let target = context.text(
      "\(context.time(of: row.target))目标\(context.label(row.target))",
      "target \(context.label(row.target)) of \(context.time(of: row.target))")
    guard let expected = row.measure?.expected, row.status != .reached else { return target }
    let level = context.label(expected, unit: row.target.unit, of: row.indicator.id, digits: 1)
    return context.text("应达\(level)，\(target)", "expected \(level), \(target)")
  }

  /// Returns the first headline target with a measured figure, or with any; nil if the district has no headline target.
  static func row(_ context: PanelContext) -> TargetProgress? {
    let rows = context.dataset.info.headlines.compactMap { context.board.headline($0) }
    return rows.first { $0.measure != nil } ?? rows.first { $0.observation != nil } ?? rows.first
  }
}

extension PanelContext {
  /// Returns a figure as printed and its unit as pieces of a line; the mark of a conflict stays small.
  func pieces(of figure: Figure, _ role: Role = .strong) -> [BigLine.Piece] {
    let mark = mark(figure)
    let label = String(label(figure).dropLast(mark.count))
    let value = plainValue(figure)
    let small = BigLine.Piece.small(mark, .conflict)
    guard label.hasPrefix(value), label != value, !label.hasSuffix("%") else {
      return [.large(label, role), small]
    }
    let unit = label.dropFirst(value.count).drop { $0 == " " }
    return [.large(value, role), .large(String(unit), role), small]
  }
}
