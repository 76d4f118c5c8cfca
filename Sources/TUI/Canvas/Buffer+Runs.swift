/// Adjacent cells of one line that look the same.
package struct CellRun: Equatable, Sendable {
  /// The colours and attributes of the run.
  package var paint: Paint
  /// The cells, without the right halves of wide characters.
  package var cells: [Cell]

  var text: String { String(cells.map(\.glyph)) }
}

extension Buffer {
  /// Returns the lines as runs of equal paint in a theme at 256 colours. Invisible trailing blanks are omitted.
  package func runs(_ theme: Theme) -> [[CellRun]] {
    return (0..<height).map { y in
      var runs: [CellRun] = []
      for cell in cells[(y * width)..<((y + 1) * width)] where cell.width > 0 {
        let paint = theme.paint(cell.style, colours: 256)
        if runs.last?.paint == paint {
          runs[runs.count - 1].cells.append(cell)
        } else {
          runs.append(CellRun(paint: paint, cells: [cell]))
        }
      }
      while var last = runs.popLast() {
        guard last.paint.background == -1, last.paint.attributes.isDisjoint(with: [.reverse, .underline])
        else {
          runs.append(last)
          break
        }
        while last.cells.last?.glyph == " " { last.cells.removeLast() }
        if last.cells.isEmpty { continue }
        runs.append(last)
        break
      }
      return runs
    }
  }
}
