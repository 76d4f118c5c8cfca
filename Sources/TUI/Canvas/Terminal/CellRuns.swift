import Glibc

/// Divides a row of cells into runs of one style, as the characters that a terminal can show.
struct CellRuns: Sendable {
  let charset: Charset
  /// Whether the terminal draws characters of ambiguous width in two cells.
  let hasWideAmbiguous: Bool

  /// Passes the runs of a row to `write`, from left to right. Cells beyond the buffer are blank, and so is half of a
  /// wide character whose other half is missing or beyond `width`.
  func forEach(row y: Int, of buffer: Buffer, width: Int, _ write: ([wchar_t], Style) -> Void) {
    var run: [wchar_t] = []
    var style = Style()
    var x = 0
    while x < width {
      let cell = buffer[x, y] ?? .blank
      if cell.style != style {
        write(run, style)
        run.removeAll(keepingCapacity: true)
        style = cell.style
      }
      let columns = max(1, Int(cell.width))
      if cell.width == 0 || x + columns > width {
        run.append(0x20)
        x += 1
      } else {
        append(cell.glyph, columns: columns, to: &run)
        x += columns
      }
    }
    write(run, style)
  }

  private func append(_ glyph: Character, columns: Int, to run: inout [wchar_t]) {
    if charset == .utf8, hasWideAmbiguous, columns == 1, let first = glyph.unicodeScalars.first,
      AmbiguousWidth.contains(first)
    {
      run.append(wchar_t(truncatingIfNeeded: (Substitution.ascii(first) ?? "?").value))
    } else if charset == .utf8 {
      for scalar in glyph.unicodeScalars { run.append(wchar_t(truncatingIfNeeded: scalar.value)) }
    } else {
      for scalar in Substitution.scalars(for: glyph, columns: columns) {
        run.append(wchar_t(truncatingIfNeeded: scalar.value))
      }
    }
  }
}
