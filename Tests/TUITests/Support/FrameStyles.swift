@testable import Canvas

/// How the cells of a frame look, as text that can be read beside the frame: a letter for each style, and what the
/// letters are on a terminal of 256 colours and on one without.
struct FrameStyles: CustomStringConvertible {
  private static let letters = Array("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789")

  let buffer: Buffer

  var description: String {
    var letters: [Style: Character] = [:]
    var styles: [Style] = []
    let rows = (0..<buffer.height).map { y in
      var row = ""
      for x in 0..<buffer.width {
        let style = buffer[x, y]?.style ?? Style()
        if style == Style() {
          row.append(".")
          continue
        }
        if letters[style] == nil {
          letters[style] = Self.letters[min(styles.count, Self.letters.count - 1)]
          styles.append(style)
        }
        row.append(letters[style] ?? "?")
      }
      while row.last == "." { row.removeLast() }
      return row
    }
    let legend = styles.map { "\(letters[$0] ?? "?") \(Self.legend(of: $0))" }
    return (rows + legend).map { $0 + "\n" }.joined()
  }

  /// `title on header bold = 80/236 bold, without colour bold underline`
  private static func legend(of style: Style) -> String {
    let colour = Theme.dark.paint(style, colours: 256)
    let plain = Theme.monochrome.paint(style, colours: 256)
    let names = "\(style.foreground) on \(style.background)\(words(style.attributes))"
    return "\(names) = \(colour.foreground)/\(colour.background)\(words(colour.attributes)), without colour"
      + (plain.attributes.isEmpty ? " plain" : words(plain.attributes))
  }

  private static func words(_ attributes: Style.Attributes) -> String {
    let all: [(Style.Attributes, String)] = [
      (.bold, " bold"), (.dim, " dim"), (.reverse, " reverse"), (.underline, " underline"),
    ]
    return all.filter { attributes.contains($0.0) }.map(\.1).joined()
  }
}
