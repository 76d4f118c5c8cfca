import Canvas
import Figures

// Targets without a comparable figure are folded into one line of the list until it is opened.

extension TargetsPanel {
  /// The selection for the line.
  static let fold = "?no-data"
  /// The filter that is set while the line is open.
  private static let unfolded = "no-data"
  /// Fewer than this many rows are listed one by one.
  private static let least = 8

  /// Returns the folded rows; empty if the line is open, if there are few rows, and in an arrangement other than worst
  /// first.
  func folded(_ groups: [Group], _ view: ViewState, _ context: PanelContext) -> [TargetProgress] {
    guard groups.count == 1, groups[0].title == nil, view.filters[Self.unfolded] == nil else { return [] }
    let rows = groups[0].rows.filter { $0.status == .noData && $0.partial == nil && !$0.isSecondary }
    guard rows.count >= Self.least, rows.count < groups[0].rows.count else { return [] }
    return rows.contains { $0.target.id == view.selection } ? [] : rows
  }

  /// Returns the ids that the cursor moves through.
  func ids(_ view: ViewState, _ context: PanelContext) -> [String] {
    let groups = groups(view, context)
    let hidden = Set(folded(groups, view, context).map(\.target.id))
    let shown = groups.flatMap(\.rows).map(\.target.id).filter { !hidden.contains($0) }
    return hidden.isEmpty ? shown : shown + [Self.fold]
  }

  /// Opens the line under the cursor, or closes it. Returns false if the key is not handled.
  func updateFold(_ view: inout ViewState, _ context: PanelContext, on key: Key) -> Bool {
    switch key {
    case .enter, .right:
      guard view.selection == Self.fold, let first = folded(groups(view, context), view, context).first else {
        return false
      }
      view.filters[Self.unfolded] = "yes"
      view.selection = first.target.id
    case .escape:
      guard view.filters[Self.unfolded] != nil else { return false }
      view.filters[Self.unfolded] = nil
      view.selection = Self.fold
    default: return false
    }
    return true
  }

  func foldRow(_ count: Int, _ context: PanelContext) -> Table.Row {
    Table.Row(
      [
        .text(context.glyph(.noData), Style(Status.noData.role)),
        .text(context.text("\(count)个目标没有数据", "\(count) targets without data"), .muted), .text(""),
        .text(context.text("Enter 展开", "Enter opens"), .key),
      ], record: Self.fold)
  }
}
