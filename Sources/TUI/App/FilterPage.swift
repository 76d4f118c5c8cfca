import Canvas
import Domain
import Figures
import Output
import Panels

/// The values of a filter of the view: a small list, from which one is chosen.
enum FilterPage {
  /// Returns the values of the filter that is chosen.
  static func values(_ state: AppState) -> [FilterValue] {
    guard let name = state.overlay?.filter else { return [] }
    return state.filterValues ?? state.panel.filterValues(name, state.viewState(), in: state.context)
  }

  /// Returns whether the first line stands for all records; an order has no such line.
  static func beginsWithAll(_ state: AppState) -> Bool {
    state.overlay?.filter != nil && values(state).first?.id == nil
  }

  /// Returns the name of the filter, as its key has it.
  static func title(_ state: AppState) -> String {
    let binding = state.panel.keys.first { $0.filter != nil && $0.filter == state.overlay?.filter }
    let name = binding.map { state.text($0.hint.action) } ?? ""
    return name.prefix(1).uppercased() + name.dropFirst()
  }

  static func keys(_ name: String, _ state: AppState) -> String {
    let digits = beginsWithAll(state) ? "0-9" : "1-\(min(9, max(1, values(state).count)))"
    return state.text("↑↓ 或 \(digits) 选择  Enter 确定  Esc 不变", "↑↓ or \(digits) choose  Enter set  Esc leave")
  }

  // MARK: Lines

  static func choices(_ name: String, _ state: AppState) -> [Choice] {
    let values = values(state)
    let present = state.panel.present(name, state.viewState(), of: values)
    let widest = values.map { TextWidth.columns(of: state.text($0.name)) }.max() ?? 0
    let width = min(widest, max(8, state.width - fixedWidth))
    let first = beginsWithAll(state) ? 0 : 1
    return values.enumerated().map { index, value in
      let digit = index + first <= 9 ? "\(index + first)" : " "
      let isPresent = index == present
      let text = TextWidth.padded(state.text(value.name), to: width, mark: state.glyphs.ellipsis)
      let count = value.count.map { String(repeating: " ", count: max(0, 7 - "\($0)".count)) + "\($0)" } ?? ""
      let line = Line([
        Span(isPresent ? state.glyphs.node : " ", Style(.accent, on: .plain, .bold)),
        Span(" \(digit) ", .key),
        Span(" \(text)", isPresent ? Style(.strong) : Style()), Span(count, .muted),
      ])
      return Choice(title: line) { state in
        var view = state.viewState()
        state.panel.setFilter(name, to: value.id, &view, in: state.context)
        state.views[state.view] = view
        return nil
      }
    }
  }

  // MARK: Keys

  /// Moves the cursor: the key that opened the list to the next value, a letter to the next value that begins with it.
  ///
  /// - Returns: whether the key is one of these.
  static func move(_ state: inout AppState, on key: Key) -> Bool {
    guard let name = state.overlay?.filter, case .character(let character) = key else { return false }
    let values = values(state)
    guard !values.isEmpty, !"jk".contains(character) else { return false }
    if state.bindings.binding(for: key, in: state.panel)?.filter == name {
      state.choice = (state.choice + 1) % values.count
      return true
    }
    guard character.isLetter, state.bindings.action(for: key)?.id != Action.language else { return false }
    let order = (1...values.count).map { (state.choice + $0) % values.count }
    guard let found = order.first(where: { begins(values[$0].name, with: character) }) else { return false }
    state.choice = found
    return true
  }

  /// Returns whether a name begins with a letter, in English, or in Chinese by its sound.
  private static func begins(_ name: Name, with letter: Character) -> Bool {
    if name.en.lowercased().first == letter || name.zh.first == letter { return true }
    return letter.isASCII && NameFilter(String(letter)).matches([Name(zh: String(name.zh.prefix(1)), en: "")])
  }

  // MARK: Drawing

  /// The columns of a line beside the name: the mark of the present value, the digit, the number, and blanks.
  private static let fixedWidth = 18

  /// Returns the rectangle of the list: below the head, as large as its values need; all of a small screen.
  static func area(_ state: AppState, _ body: Rect) -> Rect {
    guard hasFrame(state) else { return body }
    let values = values(state)
    let widest = values.map { TextWidth.columns(of: state.text($0.name)) }.max() ?? 0
    let width = min(
      max(widest + fixedWidth - 2, TextWidth.columns(of: title(state)) + 8, 24), state.width - 8)
    let height = min(values.count + 1, body.height - 3)
    return Rect(x: 4, y: body.y + 2, width: width, height: max(2, height))
  }

  private static func hasFrame(_ state: AppState) -> Bool { state.width >= 60 && state.height >= 16 }

  static func renderFrame(around area: Rect, _ state: AppState, _ buffer: inout Buffer) {
    guard hasFrame(state) else { return }
    let frame = area.inset(columns: -2, rows: -1)
    buffer.fill(frame, style: Style())
    let glyphs = state.glyphs
    for y in frame.y..<frame.bottom {
      for x in [frame.x, frame.right - 1] {
        buffer.put(String(glyphs.vertical), x: x, y: y, style: Style(.border))
      }
    }
    let corners = glyphs.isASCII ? ["+", "+", "+", "+"] : ["┌", "┐", "└", "┘"]
    for (y, left, right) in [(frame.y, 0, 1), (frame.bottom - 1, 2, 3)] {
      let line = String(repeating: glyphs.horizontal, count: max(0, frame.width - 2))
      buffer.put(corners[left] + line + corners[right], x: frame.x, y: y, style: Style(.border))
    }
  }
}
