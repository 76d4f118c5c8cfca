import Canvas
import Domain
import Figures
import Panels

/// The other headline indicators by their state: how many have had no figure, then each with its newest figure and its target.
struct KioskTargets: KioskView {
  let id = "targets"
  let title = Name(zh: "主要指标", en: "Main figures")

  func page(_ context: PanelContext) -> KioskPage? {
    let main = KioskOverview.row(context)?.indicator.id
    let rows = context.dataset.info.headlines.filter { $0 != main }
      .compactMap { context.board.headline($0) }.filter { $0.observation != nil }
    let figures = rows.compactMap(\.observation)
    guard let first = rows.first else { return nil }
    let table = rows.map { row(of: $0, context, hasState: true) }
    let isSilent = rows.allSatisfy { $0.status == .noDataSinceBase }
    let time = context.time(of: first.observation ?? first.target)
    guard isSilent, figures.allSatisfy({ context.time(of: $0) == time }) else {
      return KioskPage(
        rows: [table, rows.map { short(of: $0, context) }], rest: rows.map { name(of: $0, context) },
        dates: context.dates(of: figures))
    }
    let sign = context.glyph(first.status)
    let count = rows.count
    let lead = [
      context.text("\(sign) \(count)项指标\(time)后未公布", "\(sign) \(count) figures: none since \(time)"),
      context.text("\(sign) \(time)后未公布", "\(sign) none since \(time)"),
    ]
    let noun = count == 1 ? "figure" : "figures"
    let heading = context.text(
      "\(count)项主要指标\(time)后没有公布新数", "\(count) main \(noun), nothing newer than \(time) published")
    return KioskPage(
      headings: [heading], lead: lead.map { [BigLine([.block($0, .stale)])] },
      rows: [true, false].map { isLong in rows.map { row(of: $0, context, hasState: false, isLong: isLong) }
      },
      dates: context.dates(of: figures))
  }

  private func name(of row: TargetProgress, _ context: PanelContext) -> String {
    context.text(row.indicator.short)
  }

  private func row(
    of row: TargetProgress, _ context: PanelContext, hasState: Bool, isLong: Bool = true
  ) -> KioskRow {
    let figure = row.observation.map { context.plain($0) } ?? ""
    let (year, goal) = (context.time(of: row.target), context.plain(row.target))
    let target =
      isLong
      ? context.text("\(year)目标 \(goal)", "target \(goal) for \(year)")
      : context.text("目标 \(goal)", "\(year): \(goal)")
    let pieces: [BigLine.Piece] = [.text(name(of: row, context)), .figure(figure), .text(target, .plain)]
    let state = [
      BigLine.Piece.block(context.kioskStanding(of: row), row.asksForNothing ? .noData : row.status.role)
    ]
    return KioskRow(BigLine(pieces + (hasState ? state : [])))
  }

  private func short(of row: TargetProgress, _ context: PanelContext) -> KioskRow {
    KioskRow(
      .text(name(of: row, context)),
      .block(
        context.kioskStanding(of: row, compact: true), row.asksForNothing ? .noData : row.status.role))
  }
}
