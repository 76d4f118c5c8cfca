import Canvas
import Figures

// Targets without a comparable figure are folded into one line of the list for each reason, until the line is opened.

extension TargetsPanel {
  /// The reasons, each with a line of its own.
  enum Fold: String, CaseIterable {
    /// Nothing was published since the base.
    case noNews = "no-news"
    /// There is no figure at all.
    case noData = "no-data"

    /// The selection for the line.
    var id: String { "?\(rawValue)" }

    /// The status of the targets in it.
    var status: Status { self == .noNews ? .noDataSinceBase : .noData }

    func holds(_ row: TargetProgress) -> Bool {
      row.status == status && row.partial == nil && !row.isSecondary
    }
  }

  /// A row of the list.
  enum Entry {
    case heading(String)
    case target(TargetProgress)
    case fold(Fold, [TargetProgress])

    /// The selection for the row; nil for a heading.
    var id: String? {
      switch self {
      case .heading: nil
      case .target(let row): row.target.id
      case .fold(let fold, _): fold.id
      }
    }
  }

  /// Fewer than this many rows are listed one by one.
  private static let least = 8

  /// Returns the rows of a line; empty if it is open, if there are few rows, and in an arrangement other than worst
  /// first.
  private func folded(
    _ fold: Fold, _ groups: [Group], _ view: ViewState, _ context: PanelContext
  ) -> [TargetProgress] {
    guard groups.count == 1, groups[0].title == nil, view.filters[fold.rawValue] == nil else { return [] }
    let rows = groups[0].rows.filter(fold.holds)
    guard rows.count >= Self.least, groups[0].rows.contains(where: { !$0.status.isUnknown }) else {
      return []
    }
    return rows.contains { $0.target.id == view.selection } ? [] : rows
  }

  /// Returns the lines with their targets; none for targets that the screen has room to list.
  private func folds(
    _ groups: [Group], _ view: ViewState, _ context: PanelContext
  ) -> [(fold: Fold, rows: [TargetProgress])] {
    let all = Fold.allCases.map { (fold: $0, rows: folded($0, groups, view, context)) }.filter {
      !$0.rows.isEmpty
    }
    let hidden = all.reduce(0) { $0 + $1.rows.count - 1 }
    var room = Self.roomForRows(context) - groups.reduce(0) { $0 + $1.rows.count } + hidden
    return all.filter { _, rows in
      // Of many targets as many as fit, and the others by scrolling, are better than an empty screen.
      guard rows.count - 1 <= room || room >= Self.least else { return true }
      room -= rows.count - 1
      return false
    }
  }

  /// Returns the rows of the list on a large screen, where the target under the cursor is shown beside it; 0 on others.
  private static func roomForRows(_ context: PanelContext) -> Int {
    context.width >= wide ? context.area.height - 4 : 0
  }

  /// Returns the rows of the list. A line is where the first of its targets would be.
  func entries(_ groups: [Group], _ view: ViewState, _ context: PanelContext) -> [Entry] {
    let folds = folds(groups, view, context)
    let hidden = Dictionary(
      folds.flatMap { fold, rows in rows.map { ($0.target.id, fold) } },
      uniquingKeysWith: { first, _ in first })
    var seen: Set<Fold> = []
    return groups.flatMap { group -> [Entry] in
      let rows = group.rows.compactMap { row -> Entry? in
        guard let fold = hidden[row.target.id] else { return .target(row) }
        guard seen.insert(fold).inserted else { return nil }
        return .fold(fold, folds.first { $0.fold == fold }?.rows ?? [])
      }
      return (group.title.map { [.heading($0)] } ?? []) + rows
    }
  }

  func hints(_ view: ViewState) -> [KeyHint] {
    guard !view.isOpen else { return recordHints }
    let keys = Self.keys.map(\.hint)
    // What Enter does on the line, and what Esc does while one is unfolded.
    if Fold.allCases.contains(where: { $0.id == view.selection }) {
      return [KeyHint("Enter", "展开", "unfold")] + keys.filter { $0.key != "Enter" }
    }
    if Fold.allCases.contains(where: { view.filters[$0.rawValue] != nil }) {
      return keys.prefix(2) + [KeyHint("Esc", "折叠", "fold")] + keys.dropFirst(2)
    }
    return keys
  }

  /// Returns the ids that the cursor moves through.
  func ids(_ view: ViewState, _ context: PanelContext) -> [String] {
    entries(groups(view, context), view, context).compactMap(\.id)
  }

  /// Returns the line under the cursor with its targets; nil if a target is under it.
  func chosenFold(_ view: ViewState, _ context: PanelContext) -> (fold: Fold, rows: [TargetProgress])? {
    guard let fold = Fold.allCases.first(where: { $0.id == view.selection }) else { return nil }
    return folds(groups(view, context), view, context).first { $0.fold == fold }
  }

  /// Opens the line under the cursor, or closes the one that the cursor is in. Returns false if the key is not handled.
  func updateFold(_ view: inout ViewState, _ context: PanelContext, on key: Key) -> Bool {
    switch key {
    case .enter, .right:
      guard let (fold, rows) = chosenFold(view, context), let first = rows.first else { return false }
      view.filters[fold.rawValue] = "yes"
      view.selection = first.target.id
    case .escape:
      let row = view.selection.flatMap { context.board.target($0) }
      let open = Fold.allCases.filter { view.filters[$0.rawValue] != nil }
      guard let fold = open.first(where: { row.map($0.holds) ?? false }) ?? open.last else { return false }
      view.filters[fold.rawValue] = nil
      view.selection = fold.id
    default: return false
    }
    return true
  }

  func foldRow(_ fold: Fold, _ rows: [TargetProgress], _ context: PanelContext) -> Table.Row {
    let years = Set(rows.compactMap { $0.observation?.period.end.year })
    let since = years.count == 1 ? years.first : nil
    let words =
      fold == .noData
      ? context.text("无数据", "no data")
      : since.map { context.text("\($0)年后未公布", "last figure \($0)") } ?? context.text("基期后未公布", "not updated")
    return Table.Row(
      [
        .text(context.glyph(fold.status), Style(fold.status.role)),
        .text(counted(rows, context)), .text(""),
        .text(context.text("Enter 展开", "Enter opens"), .key), .bar(ProgressBar(value: 0, hasTrack: false)),
        .text(words, fold.status.role),
      ], record: fold.id)
  }

  /// Returns `58项目标、1项年度任务`: yearly commitments are not targets that are reached once.
  private func counted(_ rows: [TargetProgress], _ context: PanelContext) -> String {
    let yearly = rows.count(where: \.isYearly)
    let targets = rows.count - yearly
    return context.text("\(targets)项目标", "\(targets) targets")
      + (yearly > 0 ? context.text("、\(yearly)项年度", " + \(yearly) yearly") : "")
  }

  /// Draws the names of the targets in a line.
  func renderFold(
    _ rows: [TargetProgress], _ context: PanelContext, _ area: Rect, _ buffer: inout Buffer
  ) {
    let names = rows.map { context.title(of: $0) }.joined(separator: context.text("、", ", "))
    TextBlock([Line(names, .muted)]).render(in: area.inset(columns: 1), into: &buffer, glyphs: context.glyphs)
  }
}
