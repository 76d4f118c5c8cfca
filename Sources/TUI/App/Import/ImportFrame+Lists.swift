import Canvas
import Domain
import Output

extension ImportFrame {
  /// The rows below the title of a list, and below its typed line.
  static func listHeight(_ state: ImportState) -> Int {
    switch state.place.page {
    case .choices: max(1, state.height - 4)
    case .things: max(1, state.height - 3 - detailHeight(state))
    default: max(1, state.height - 3)
    }
  }

  /// The rows below the list of what is open, for the whole text of the one under the cursor.
  private static func detailHeight(_ state: ImportState) -> Int { state.height >= 20 ? 5 : 3 }

  /// The last position of the cursor, or of the scroll, on a page.
  static func lastChoice(_ state: ImportState) -> Int {
    switch state.place.page {
    case .choices: ImportChoice.shown(state).count - 1
    case .things: state.things.count - 1
    case .difference, .command, .help:
      block(state).maximumScroll(in: Rect(width: state.width - 2, height: listHeight(state)))
    case .table, .typing: 0
    }
  }

  static func renderList(_ state: ImportState, _ area: Rect, _ buffer: inout Buffer) {
    let (head, rest) = area.splitTop(1)
    SectionTitle(title(state), isActive: true).render(in: head, into: &buffer, glyphs: state.look.glyphs)
    switch state.place.page {
    case .choices:
      let (line, list) = rest.splitTop(1)
      buffer.put("> \(typed(state))", x: line.x + 1, y: line.y, style: Style(.strong), clip: line)
      renderChoices(state, list, &buffer)
    case .things: renderThings(state, rest, &buffer)
    default:
      block(state).render(in: rest.inset(columns: 1), into: &buffer, glyphs: state.look.glyphs)
    }
  }

  static func title(_ state: ImportState) -> String {
    switch state.place.page {
    case .choices(let subject): ImportChoice.title(state, subject)
    case .things: state.text("待处理", "To settle")
    case .difference(let isAsked):
      isAsked
        ? state.text("写入这些变化吗？按 y 写入，Esc 返回", "Write these changes? y writes, Esc goes back")
        : state.text("变化（尚未写入）", "The difference; nothing is written yet")
    case .command: state.text("重复此读法的命令", "The command that repeats this reading")
    case .help: state.text("帮助", "Help")
    case .table, .typing: ""
    }
  }

  /// Returns the end of the typed text that fits.
  static func typed(_ state: ImportState) -> String {
    var text = state.place.query
    while TextWidth.columns(of: text) > state.width - 6, !text.isEmpty { text.removeFirst() }
    return text
  }

  private static func renderChoices(_ state: ImportState, _ area: Rect, _ buffer: inout Buffer) {
    let choices = ImportChoice.shown(state)
    if choices.isEmpty {
      buffer.put(
        state.text("没有找到", "nothing found"), x: area.x + 1, y: area.y, style: Style(.muted), clip: area)
    }
    for (number, choice) in choices.enumerated().dropFirst(state.place.scroll).prefix(area.height) {
      let line = Rect(x: area.x, y: area.y + number - state.place.scroll, width: area.width, height: 1)
      let half = max(area.width / 2, area.width - TextWidth.columns(of: choice.remark) - 5)
      let title = TextWidth.fitted(choice.title, to: half, mark: state.look.glyphs.ellipsis)
      let used = buffer.put(title, x: line.x + 2, y: line.y, clip: line)
      let room = line.width - used - 5
      if room > 3, !choice.remark.isEmpty {
        let remark = TextWidth.fitted(choice.remark, to: room, mark: state.look.glyphs.ellipsis)
        buffer.put(remark, x: line.x + used + 4, y: line.y, style: Style(.muted), clip: line)
      }
      if number == state.place.choice { select(line, state, &buffer) }
    }
  }

  /// Marks the line under the cursor.
  private static func select(_ line: Rect, _ state: ImportState, _ buffer: inout Buffer) {
    buffer.restyle(line) { if $0.background == .plain { $0.background = .selection } }
    buffer.put(
      state.look.glyphs.selected, x: line.x, y: line.y, style: Style(.accent, on: .selection), clip: line)
  }

  private static func renderThings(_ state: ImportState, _ area: Rect, _ buffer: inout Buffer) {
    let things = state.things
    guard !things.isEmpty else {
      buffer.put(
        state.text("没有待处理的；d 看变化，w 写入", "nothing to settle; d shows the difference, w writes"), x: area.x + 1,
        y: area.y, style: Style(.muted), clip: area)
      return
    }
    let (list, detail) = area.splitBottom(detailHeight(state))
    for (number, thing) in things.enumerated().dropFirst(state.place.scroll).prefix(list.height) {
      let line = Rect(x: list.x, y: list.y + number - state.place.scroll, width: list.width, height: 1)
      buffer.put(thingLine(thing, state), in: line.inset(columns: 1), ellipsis: state.look.glyphs.ellipsis)
      if number == state.place.choice { select(line, state, &buffer) }
    }
    guard things.indices.contains(state.place.choice) else { return }
    let fault = things[state.place.choice].fault
    SectionTitle(fault.cell ?? fault.place ?? state.text("整张表", "the table")).render(
      in: detail.splitTop(1).top, into: &buffer, glyphs: state.look.glyphs)
    TextBlock([Line(state.text(fault.message))]).render(
      in: detail.splitTop(1).rest.inset(columns: 1), into: &buffer, glyphs: state.look.glyphs)
  }

  static func thingLine(_ thing: ImportState.Thing, _ state: ImportState) -> Line {
    let sign =
      thing.isFault ? Span(" \(state.look.glyphs.conflict) ", .conflict) : Span(" ? ", .accent)
    let place = TextWidth.padded(
      thing.fault.cell ?? thing.fault.place ?? thing.fault.line.map { ":\($0)" } ?? "", to: 8,
      mark: state.look.glyphs.ellipsis)
    let column = thing.fault.column.flatMap { $0.isEmpty ? nil : "\($0): " } ?? ""
    let count =
      thing.count > 1 ? state.text("（\(thing.count) 行）", "(\(thing.count) rows) ") : ""
    return Line([
      sign, Span("\(place) ", .strong), Span("\(count)\(column)\(state.text(thing.fault.message))"),
    ])
  }
}
