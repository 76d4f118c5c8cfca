/// The characters that pictures are drawn with: two sets, one of line and block elements, one of ASCII.
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
  public let statuses: [StatusGlyph: String]

  /// What a status is drawn as, apart from its colour and word.
  public enum StatusGlyph: Hashable, Sendable {
    case reached, onPace, slightlyBehind, behind, farBehind, nothingNew, noData, stale
  }

  public var isASCII: Bool { eighths.count == 1 }

  public static let blocks = Glyphs(
    eighths: ["▏", "▎", "▍", "▌", "▋", "▊", "▉", "█"], levels: ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"],
    track: "─", paceMark: "┃", targetMark: "╋", horizontal: "─", vertical: "│", arrow: "→", bullet: "·",
    ellipsis: "…", selected: "▌", conflict: "≠", more: "↓",
    statuses: [
      .reached: "✓", .onPace: "▲", .slightlyBehind: "▽", .behind: "▼", .farBehind: "✗", .nothingNew: "◇",
      .noData: "○",
      .stale: "◷",
    ])

  public static let ascii = Glyphs(
    eighths: ["#"], levels: ["."] + Array(repeating: "#", count: 1), track: "-", paceMark: "|",
    targetMark: "+",
    horizontal: "-", vertical: "|", arrow: "->", bullet: "*", ellipsis: "..", selected: ">", conflict: "!=",
    more: "v",
    statuses: [
      .reached: "+", .onPace: "^", .slightlyBehind: "-", .behind: "v", .farBehind: "x", .nothingNew: "=",
      .noData: "?",
      .stale: "~",
    ])
}
