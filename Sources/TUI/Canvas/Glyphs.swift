/// The characters that pictures are drawn with: sets of line and block elements, the same with charts in braille dots,
/// and of ASCII.
public struct Glyphs: Hashable, Sendable {
  /// Eighths of a cell from the left, 1/8 to 7/8, then the full block. ASCII has one step.
  public let eighths: [Character]
  /// Eighths of a cell from below, for charts.
  public let levels: [Character]
  public let track: Character
  public let paceMark: Character
  /// Where the target stands inside a bar that is longer than it.
  public let targetMark: Character
  public let horizontal: Character
  public let vertical: Character
  public let arrow: String
  public let bullet: String
  public let ellipsis: String
  public let selected: String
  public let conflict: String
  public let more: String
  /// A dot of the way to a goal in a chart.
  public let way: String
  public private(set) var chart: Chart
  /// A step on a line of steps that was taken, and one that is still to come.
  public let node: String
  public let openNode: String
  public let statuses: [StatusGlyph: String]

  /// How a chart over time is drawn.
  public enum Chart: Hashable, Sendable {
    case blocks, braille, ascii
  }

  /// What a status is drawn as, apart from its colour and word.
  public enum StatusGlyph: Hashable, Sendable {
    case reached, onPace, slightlyBehind, behind, farBehind, noDataSinceBase, noData, stale
  }

  public var isASCII: Bool { eighths.count == 1 }

  /// The least that a bar can show of a value that is not zero.
  public var trace: Character { isASCII ? "." : eighths[0] }

  /// What stands before a part that is listed below its whole; empty where nothing is drawn.
  public var branch: String { selected.isEmpty ? "" : isASCII ? "- " : "└ " }

  public static let blocks = Glyphs(
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
  public static let braille: Glyphs = {
    var glyphs = blocks
    glyphs.chart = .braille
    return glyphs
  }()

  public static let ascii = Glyphs(
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
