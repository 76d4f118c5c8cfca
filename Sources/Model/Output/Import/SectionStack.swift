import Domain

/// The sections that a row of a table is in: 一、续建项目, and （一）装备制造业 below it.
struct SectionStack {
  private var open: [(level: Int, texts: [ImportField: String])] = []

  /// What the open sections say about a row: cluster or subject, programme, state, nature. The innermost counts.
  var texts: [ImportField: String] {
    open.reduce(into: [:]) { all, section in all.merge(section.texts) { _, inner in inner } }
  }

  /// Opens the section of a row, and closes those of its level and below.
  ///
  /// - Parameter subject: the field of a cluster.
  mutating func open(_ row: Int, _ grid: Grid, _ reader: HeadReader, _ subject: ImportField) {
    let level = SectionStack.level(row, grid)
    open.removeAll { $0.level >= level }
    var texts: [ImportField: String] = [:]
    if let cluster = BodyLabeller.cluster(in: grid, row, reader.index) {
      texts[subject] = cluster
    } else if reader.isOfProjects {
      let group = grid.filled(row).lazy
        .map { reader.group(BodyLabeller.bare(BodyLabeller.withoutOrdinal(grid.text(row, $0)))) }
        .first { $0 != nil }
      if let group = group ?? nil { texts[group.field] = group.text }
    }
    open.append((level, texts))
  }

  /// The level of a section by its number: 1 for 一 and 一、, 2 for （一）, 3 for one without a number.
  static func level(_ row: Int, _ grid: Grid) -> Int {
    for column in grid.filled(row) {
      let text = grid.text(row, column)
      guard BodyLabeller.isOrdinal(text) || BodyLabeller.withoutOrdinal(text) != text else { continue }
      return CellText.plain(text).hasPrefix("(") ? 2 : 1
    }
    return 3
  }
}
