/// A canvas of dots, two columns and four rows per cell, drawn with the Unicode braille patterns.
struct BrailleDots {
  private let width: Int
  private let height: Int
  private var cells: [UInt8]
  private var roles: [Role]

  /// - Parameters: the size in cells.
  init(width: Int, height: Int) {
    (self.width, self.height) = (max(0, width), max(0, height))
    cells = Array(repeating: 0, count: self.width * self.height)
    roles = Array(repeating: .plain, count: self.width * self.height)
  }

  /// The number of dot rows.
  var rows: Int { height * 4 }

  /// Sets a dot; ignored outside the canvas.
  mutating func set(x: Int, fromBelow y: Int, role: Role) {
    let row = rows - 1 - y
    guard x >= 0, x < width * 2, row >= 0, row < rows else { return }
    let index = row / 4 * width + x / 2
    // Dots 1, 2, 3, 7 are on the left and 4, 5, 6, 8 on the right: Unicode, chapter 21.
    let bits: [UInt8] = x % 2 == 0 ? [0x01, 0x02, 0x04, 0x40] : [0x08, 0x10, 0x20, 0x80]
    cells[index] |= bits[row % 4]
    roles[index] = role
  }

  func render(in area: Rect, into buffer: inout Buffer) {
    for y in 0..<height {
      for x in 0..<width where cells[y * width + x] != 0 {
        guard let scalar = Unicode.Scalar(0x2800 + UInt32(cells[y * width + x])) else { continue }
        buffer.put(
          String(Character(scalar)), x: area.x + x, y: area.y + y, style: Style(roles[y * width + x]),
          clip: area)
      }
    }
  }
}
