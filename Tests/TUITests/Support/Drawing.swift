import Testing

@testable import Canvas

/// A buffer of the given size with something drawn into all of it.
func drawn(_ width: Int, _ height: Int, _ draw: (Rect, inout Buffer) -> Void) -> Buffer {
  var buffer = Buffer(width: width, height: height)
  draw(buffer.area, &buffer)
  return buffer
}

extension Buffer {
  /// The style of a cell; nil outside.
  func style(_ x: Int, _ y: Int) -> Style? { self[x, y]?.style }

  /// The first row of what is painted as under the cursor, without its mark and blanks.
  var underCursor: String {
    let rows = (0..<height).lazy.map { y in
      let cells = (0..<width).compactMap { x in self[x, y] }
      let text = String(cells.filter { $0.style.background == .selection && $0.width > 0 }.map(\.glyph))
      return text.trimmingPrefix { "▌> ".contains($0) }
    }
    let first = rows.first { !$0.isEmpty } ?? ""
    return String(first.reversed().drop { $0 == " " }.reversed())
  }

  /// The rows whose cell in the first column shows the cursor.
  var cursorRows: [Int] {
    (0..<height).filter { y in (0..<width).contains { style($0, y) == Style(.accent, on: .selection) } }
  }
}

/// Compares line by line, and says which differ.
func expectLines(
  _ buffer: Buffer, _ expected: [String], sourceLocation: SourceLocation = #_sourceLocation
) {
  guard buffer.lines != expected else { return }
  Issue.record(
    Comment(rawValue: LineDifference(expected: expected, actual: buffer.lines).description),
    sourceLocation: sourceLocation)
}

/// Which lines of two texts differ, one below the other: `-` is expected, `+` is what came.
struct LineDifference: CustomStringConvertible {
  var expected: [String]
  var actual: [String]

  var description: String {
    var lines: [String] = []
    for row in 0..<max(expected.count, actual.count) {
      let before = expected.indices.contains(row) ? expected[row] : nil
      let now = actual.indices.contains(row) ? actual[row] : nil
      guard before != now else { continue }
      lines.append("row \(row)")
      if let before { lines.append("- \(before)|") }
      if let now { lines.append("+ \(now)|") }
    }
    return lines.joined(separator: "\n")
  }
}
