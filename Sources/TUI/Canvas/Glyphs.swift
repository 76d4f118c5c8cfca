/// The characters that pictures are drawn with: sets of line and block elements, the same with charts in braille dots,
/// and of ASCII.
package struct Glyphs: Hashable, Sendable {
  /// Eighths of a cell from the left, 1/8 to 7/8, then the full block. ASCII has one step.
  package let eighths: [Character]
  /// Eighths of a cell from below, for charts.
  package let levels: [Character]
  package let track: Character
  package let paceMark: Character
  /// Where the target stands inside a bar that is longer than it.
  package let targetMark: Character
  package let horizontal: Character
  package let vertical: Character
  package let arrow: String
  package let bullet: String
  package let ellipsis: String
  package let selected: String
  package let conflict: String
  package let more: String
  /// A dot of the way to a goal in a chart.
  package let way: String
  package private(set) var chart: Chart
  /// A step on a line of steps that was taken, and one that is still to come.
  package let node: String
  package let openNode: String
  package let statuses: [StatusGlyph: String]

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

  /// How a chart over time is drawn.
  package enum Chart: Hashable, Sendable {
    case blocks, braille, ascii
  }

  /// What a status is drawn as, apart from its colour and word.
  package enum StatusGlyph: Hashable, Sendable {
    case reached, onPace, slightlyBehind, behind, farBehind, noDataSinceBase, noData, stale
  }

  package var isASCII: Bool { eighths.count == 1 }

  /// The least that a bar can show of a value that is not zero.
  package var trace: Character { isASCII ? "." : eighths[0] }

  /// What stands before a part that is listed below its whole; empty where nothing is drawn.
  package var branch: String { selected.isEmpty ? "" : isASCII ? "- " : "└ " }

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

  /// Like `blocks`, with charts as lines of braille dots, for terminals whose font has them.
  package static let braille: Glyphs = {
    var glyphs = blocks
    glyphs.chart = .braille
    return glyphs
  }()

  package static let ascii = Glyphs(
    eighths: ["#"], levels: ["."] + Array(repeating: "#", count: 1), track: "-", paceMark: "|",
    targetMark: "+",
    horizontal: "-", vertical: "|", arrow: "->", bullet: "*", ellipsis: "..", selected: ">", conflict: "!=",
    more: "v", way: ".", chart: .ascii, node: "*", openNode: "o",
    statuses: [
      .reached: "+", .onPace: "^", .slightlyBehind: "-", .behind: "v", .farBehind: "x", .noDataSinceBase: "=",
      .noData: "?",
      .stale: "~",
    ])
}
