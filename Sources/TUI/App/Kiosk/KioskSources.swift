import Canvas
import Domain
import Figures
import Panels

/// How old the data are: the date of the newest document, its age, and the targets past due without a figure.
struct KioskSources: KioskView {
  let id = "sources"
  let title = Name(zh: "数据时效", en: "Data age")

  func page(_ context: PanelContext) -> KioskPage? {
    guard let source = context.board.newestSource else { return nil }
    let age = KioskAge(context)
    let role: Role = age.isStale ? .stale : .strong
    let sign = age.isStale ? context.glyphs.statuses[.stale] ?? "" : ""
    let due = context.board.unreportedTargets.count
    let period = context.board.newestPeriod
    return KioskPage(
      title: context.text("最新资料", "Newest document"),
      lines: [
        KioskLine([.large(source.date.text)], weight: 3),
        KioskLine([.block("\(sign) \(age.words)", role)], [.block(age.words, role)], weight: 2),
        KioskLine([.small(context.text(source.title))], weight: 0),
      ],
      notes: [
        period.map { context.text("实际值截至\($0.label(.zh))", "figures up to \($0.label(.en))") } ?? "",
        due > 0 ? context.text("\(due)个目标到期未公布", "\(due) targets past due, result unpublished") : "",
      ])
  }
}
