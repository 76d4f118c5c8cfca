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
    let clock = context.glyphs.statuses[.stale] ?? ""
    let sign = age.isStale ? "\(clock) " : ""
    let due = context.board.unreportedTargets.count
    let date = source.date.text
    let ages = [BigLine([.block(sign + age.words, age.isStale ? .stale : .noData)])]
    let dues: [[BigLine]] =
      due == 0 ? [[]] : KioskSources.due(due, clock, context).map { [BigLine([.block($0, .stale)])] }
    let first: [[BigLine]] = [
      [BigLine([.text(context.text("最新资料", "Newest document")), .text(date)])], [BigLine([.text(date)])], [],
    ]
    let title = context.text(
      "最新资料：\(source.short.zh)（\(date)）", "newest document: \(source.short.en), \(date)")
    let period = context.board.newestPeriod
    let until =
      period.map { context.text("，实际值截至\($0.label(.zh))", ", figures up to \($0.label(.en))") } ?? ""
    return KioskPage(
      headings: [title + until, title], lead: first.flatMap { line in dues.map { line + ages + $0 } })
  }

  private static func due(_ count: Int, _ sign: String, _ context: PanelContext) -> [String] {
    let results = "result\(count == 1 ? "" : "s")"
    return [
      context.text("\(sign) \(count)个目标到期未公布", "\(sign) \(count) \(results) unpublished"),
      context.text("\(sign) \(count)项未公布", "\(sign) \(count) unpublished"),
    ]
  }
}
