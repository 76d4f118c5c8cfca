import CVTerm

/// What a terminal shows after it was sent some bytes, by libvterm.
final class VirtualScreen {
  private(set) var columns: Int
  private(set) var rows: Int
  private(set) var isAlternate = false
  private(set) var isCursorVisible = true

  private var repetition = Repetition()
  private let terminal: OpaquePointer
  private let screen: OpaquePointer
  /// The library keeps the address.
  private let callbacks = UnsafeMutablePointer<VTermScreenCallbacks>.allocate(capacity: 1)

  init(columns: Int, rows: Int) {
    self.columns = columns
    self.rows = rows
    terminal = vterm_new(Int32(rows), Self.width(columns))
    screen = vterm_obtain_screen(terminal)
    vterm_set_utf8(terminal, 1)
    callbacks.initialize(to: VTermScreenCallbacks())
    callbacks.pointee.settermprop = { property, value, user in
      guard let value, let user else { return 0 }
      let screen = Unmanaged<VirtualScreen>.fromOpaque(user).takeUnretainedValue()
      switch property {
      case VTERM_PROP_ALTSCREEN: screen.isAlternate = value.pointee.boolean != 0
      case VTERM_PROP_CURSORVISIBLE: screen.isCursorVisible = value.pointee.boolean != 0
      default: break
      }
      return 1
    }
    vterm_screen_set_callbacks(screen, callbacks, Unmanaged.passUnretained(self).toOpaque())
    vterm_screen_enable_altscreen(screen, 1)
    vterm_screen_reset(screen, 1)
  }

  deinit {
    vterm_free(terminal)
    callbacks.deallocate()
  }

  /// Takes what a program has written, cut anywhere.
  func feed(_ bytes: ArraySlice<UInt8>) {
    repetition.expand(bytes).withUnsafeBytes { buffer in
      guard let start = buffer.bindMemory(to: CChar.self).baseAddress else { return }
      _ = vterm_input_write(terminal, start, buffer.count)
    }
  }

  func resize(columns: Int, rows: Int) {
    self.columns = columns
    self.rows = rows
    vterm_set_size(terminal, Int32(rows), Self.width(columns))
  }

  /// libvterm 0.1.4 crashes when a wide character comes to a screen of one column.
  private static func width(_ columns: Int) -> Int32 { Int32(max(2, columns)) }

  /// The text of each row, trailing blanks removed.
  var lines: [String] {
    (0..<rows).map { row in
      var line = String.UnicodeScalarView()
      for column in 0..<columns {
        var cell = VTermScreenCell()
        vterm_screen_get_cell(screen, VTermPos(row: Int32(row), col: Int32(column)), &cell)
        line.append(contentsOf: Self.scalars(of: cell))
      }
      return String(line.reversed().drop { $0 == " " }.reversed().map(Character.init))
    }
  }

  /// None for the right half of a wide character, a space for a cell that was never drawn.
  private static func scalars(of cell: VTermScreenCell) -> [Unicode.Scalar] {
    let chars = cell.chars
    let all = [chars.0, chars.1, chars.2, chars.3, chars.4, chars.5]
    if chars.0 == UInt32.max { return [] }
    if chars.0 == 0 { return [" "] }
    return all.prefix { $0 != 0 }.compactMap(Unicode.Scalar.init)
  }
}
