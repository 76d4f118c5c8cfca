/// The characters used for drawing: a set of line and block elements, the same set with braille charts, and an ASCII
/// set.
package struct Glyphs: Hashable, Sendable {
  /// Eighths of a cell from the left, 1/8 to 7/8, then the full block. ASCII has one step.
  package let eighths: [Character]
  /// Eighths of a cell from the bottom, for charts.
  package let levels: [Character]
  /// The unfilled part of a bar, one cell wide.
  package let track: Character
  /// The mark of the time gone on a bar, one cell wide.
  package let paceMark: Character
  /// Marks the target inside a bar that extends past it.
  package let targetMark: Character
  /// A horizontal line, one cell wide.
  package let horizontal: Character
  /// A vertical line, one cell wide.
  package let vertical: Character
  /// An arrow between two values.
  package let arrow: String
  /// A mark before a remark.
  package let bullet: String
  /// The end of a truncated text.
  package let ellipsis: String
  /// The mark of the selected row.
  package let selected: String
  /// The mark of a figure in conflict.
  package let conflict: String
  /// The mark of a list that continues.
  package let more: String
  /// The opposite of `more`: the mark of an ascending order.
  package var less: String { isASCII ? "^" : "↑" }
  /// A dot of the path to a goal in a chart.
  package let way: String
  /// The characters of charts.
  package private(set) var chart: Chart
  /// The mark of a completed step on a line of steps; `openNode` marks a step still to come.
  package let node: String
  /// The mark of an expected milestone.
  package let openNode: String
  /// The sign of each status.
  package let statuses: [StatusGlyph: String]

  /// Creates a set of glyphs; each must be one cell wide.
  package init(
    eighths: [Character], levels: [Character], track: Character, paceMark: Character, targetMark: Character,
    horizontal: Character, vertical: Character, arrow: String, bullet: String, ellipsis: String,
    selected: String, conflict: String, more: String, way: String, chart: Chart, node: String,
    openNode: String, statuses: [StatusGlyph: String]
  ) {
    (
      self.eighths, self.levels, self.track, self.paceMark, self.targetMark, self.horizontal, self.vertical,
      self.arrow, self.bullet, self.ellipsis, self.selected, self.conflict, self.more, self.way, self.chart,
      self.node, self.openNode, self.statuses
    ) = (
      eighths, levels, track, paceMark, targetMark, horizontal, vertical, arrow, bullet, ellipsis, selected,
      conflict, more, way, chart, node, openNode, statuses
    )
  }

  /// How a history chart is drawn.
  package enum Chart: Hashable, Sendable {
    case blocks, braille, ascii
  }

  /// The glyph of a status, shown in addition to its colour and word.
  package enum StatusGlyph: Hashable, Sendable {
    case reached, onPace, slightlyBehind, behind, farBehind, noDataSinceBase, noData, stale
  }

  /// Whether all characters are ASCII.
  package var isASCII: Bool { eighths.count == 1 }

  /// The smallest mark that a bar can show for a non-zero value.
  package var trace: Character { isASCII ? "." : eighths[0] }

  /// A light filling, for the part of a bar that counts less.
  package var shade: Character { isASCII ? "=" : "░" }

  /// A mark between values that disagree.
  package var against: String { isASCII ? "<>" : "↔" }

  /// The prefix of a part listed below its whole; empty if the set draws none.
  package var branch: String { selected.isEmpty ? "" : isASCII ? "- " : "└ " }

  /// The characters of a UTF-8 terminal.
  package static let blocks = Glyphs(
    eighths: ["▏", "▎", "▍", "▌", "▋", "▊", "▉", "█"], levels: ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"],
    track: "─", paceMark: "┃", targetMark: "╋", horizontal: "─", vertical: "│", arrow: "→", bullet: "·",
    ellipsis: "…", selected: "▌", conflict: "≠", more: "↓", way: "·", chart: .blocks, node: "●",
    openNode: "○",
    statuses: [
      .reached: "✓", .onPace: "▲", .slightlyBehind: "▽", .behind: "▼", .farBehind: "✗", .noDataSinceBase: "◇",
      .noData: "○",
      .stale: "◷",
    ])

  /// Like `blocks`, with charts as lines of braille dots, for terminals whose font contains them.
  package static let braille: Glyphs = {
    var glyphs = blocks
    glyphs.chart = .braille
    return glyphs
  }()

  /// The characters of an ASCII terminal.
  package static let ascii = Glyphs(
    eighths: ["#"], levels: ["."] + Array(repeating: "#", count: 1), track: "-", paceMark: "|",
    targetMark: "+",
    horizontal: "-", vertical: "|", arrow: "->", bullet: "*", ellipsis: "..", selected: ">", conflict: "!=",
    more: "v", way: ".", chart: .ascii, node: "*", openNode: "o",
    statuses: [
      .reached: "+", .onPace: "^", .slightlyBehind: "-", .behind: "v", .farBehind: "x", .noDataSinceBase: "=",
      .noData: "o",
      .stale: "~",
    ])
}
