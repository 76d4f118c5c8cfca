import CSignals
import Glibc
import Testing

@testable import Canvas

/// Checks that a frame is what a terminal can draw: full rows, no cut characters, no controls, widths that the C
/// library agrees with.
final class FrameCheck {
  private let locale: locale_t?
  private var columns: [Unicode.Scalar: Int32] = [:]

  /// Takes the C library's widths in C.UTF-8.
  init() {
    locale = newlocale(LC_CTYPE_MASK, "C.UTF-8", nil)
  }

  deinit {
    if let locale { freelocale(locale) }
  }

  var hasLocale: Bool { locale != nil }

  /// What is wrong with a frame; nil when nothing is.
  func fault(in buffer: Buffer, width: Int, height: Int) -> String? {
    guard buffer.width == width, buffer.height == height, buffer.cells.count == width * height else {
      return "is \(buffer.width)x\(buffer.height) with \(buffer.cells.count) cells"
    }
    let before = uselocale(locale)
    defer { uselocale(before) }
    for y in 0..<height {
      if let fault = faultInRow(buffer.cells[(y * width)..<((y + 1) * width)]) { return "row \(y): \(fault)" }
    }
    for (y, line) in buffer.lines.enumerated() {
      let count = TextWidth.columns(of: line)
      if count > width { return "row \(y): \(count) columns" }
      let sum = line.unicodeScalars.reduce(0) { $0 + columns(of: $1) }
      if sum != count { return "row \(y): \(count) columns, \(sum) by the C library: \(line)" }
    }
    return nil
  }

  private func faultInRow(_ row: ArraySlice<Cell>) -> String? {
    var covered = 0
    var isRightHalf = false
    for (x, cell) in row.enumerated() {
      covered += Int(cell.width)
      if isRightHalf != (cell.width == 0) { return "column \(x): a wide character is cut" }
      if cell.width > 2 { return "column \(x): \(cell.width) columns" }
      isRightHalf = cell.width == 2
      for scalar in cell.glyph.unicodeScalars where !isDrawn(scalar) {
        return "column \(x): U+\(String(scalar.value, radix: 16))"
      }
    }
    if isRightHalf { return "the last column has half a character" }
    return covered == row.count ? nil : "the cells cover \(covered) columns"
  }

  /// No control and nothing that turns the direction of writing.
  private func isDrawn(_ scalar: Unicode.Scalar) -> Bool {
    if (0x20..<0x7F).contains(scalar.value) { return true }
    return switch scalar.properties.generalCategory {
    case .control, .format, .surrogate, .lineSeparator, .paragraphSeparator, .unassigned: false
    default: true
    }
  }

  private func columns(of scalar: Unicode.Scalar) -> Int {
    if let known = columns[scalar] { return Int(known) }
    let count = qj_columns(scalar.value)
    columns[scalar] = count
    return Int(count)
  }
}
