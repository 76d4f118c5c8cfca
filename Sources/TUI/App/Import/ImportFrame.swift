import Canvas
import Domain
import Output

/// Draws the import screen from its state and nothing else.
enum ImportFrame {
  /// The smallest supported screen.
  static let minimumWidth = 40
  static let minimumHeight = 12

  static func render(_ state: ImportState) -> Buffer {
    var buffer = Buffer(width: state.width, height: state.height)
    guard state.width >= minimumWidth, state.height >= minimumHeight else {
      renderTooSmall(state, &buffer)
      return buffer
    }
    let (head, rest) = buffer.area.splitTop(1)
    let (body, foot) = rest.splitBottom(1)
    renderHead(state, head, &buffer)
    switch state.place.page {
    case .table: renderTable(state, body, &buffer)
    case .typing(let prompt): renderPrompt(prompt, state, body, &buffer)
    default: renderList(state, body, &buffer)
    }
    renderFoot(state, foot, &buffer)
    return buffer
  }

  private static func renderTooSmall(_ state: ImportState, _ buffer: inout Buffer) {
    let now = "\(state.width)x\(state.height)"
    let needed = "\(minimumWidth)x\(minimumHeight)"
    let texts = [state.text("现\(now)，需\(needed)", "now \(now), need \(needed)"), "\(now)<\(needed)", needed]
    let text = texts.first { TextWidth.columns(of: $0) <= state.width } ?? needed
    buffer.put(text, x: 0, y: max(0, (state.height - 1) / 2), style: Style(.strong))
  }

  /// Returns the position of text input; nil on a page without a typed line.
  static func cursor(_ state: ImportState) -> Position? {
    guard state.width >= minimumWidth, state.height >= minimumHeight else { return nil }
    switch state.place.page {
    case .choices, .typing:
      return Position(
        x: min(3 + TextWidth.columns(of: typed(state)), state.width - 1), y: 2)
    default: return nil
    }
  }

  // MARK: Head and foot

  private static func renderHead(_ state: ImportState, _ area: Rect, _ buffer: inout Buffer) {
    buffer.fill(area, style: Style(.header, on: .header))
    let input = state.input
    let form =
      input.encoding?.rawValue
      ?? (state.trial.draft.grid.sheet.map { state.text("工作表“\($0)”", "sheet '\($0)'") } ?? "")
    let kind = state.text(
      Name(
        zh: input.kind == .projects ? "导入项目" : "导入数据",
        en: input.kind == .projects ? "Import of projects" : "Import of observations"))
    let text = " \(kind)  \(input.path)  \(form)"
    let name = state.text(input.dataset.info.name)
    let room = area.width - TextWidth.columns(of: name) - 2
    let isWide = room > area.width / 2
    buffer.put(
      TextWidth.fitted(text, to: isWide ? room : area.width, mark: state.look.glyphs.ellipsis), x: area.x,
      y: area.y, style: Style(.header, on: .header, .bold), clip: area)
    guard isWide else { return }
    buffer.put(
      name, x: area.right - TextWidth.columns(of: name) - 1, y: area.y, style: Style(.header, on: .header),
      clip: area)
  }

  private static func renderFoot(_ state: ImportState, _ area: Rect, _ buffer: inout Buffer) {
    if let notice = state.notice {
      let style = notice.isProblem ? Style(.banner, on: .banner, .bold) : Style(.strong)
      if notice.isProblem { buffer.fill(area, style: Style(.banner, on: .banner)) }
      buffer.put(
        TextWidth.fitted(" \(state.text(notice.text))", to: area.width - 1, mark: state.look.glyphs.ellipsis),
        x: area.x, y: area.y, style: style, clip: area)
      return
    }
    var x = area.x
    for (key, name) in hints(state) {
      let width = TextWidth.columns(of: key) + TextWidth.columns(of: name) + 3
      guard x + width <= area.right else { continue }
      x += buffer.put(" \(key) ", x: x, y: area.y, style: Style(.key), clip: area)
      x += buffer.put("\(name) ", x: x, y: area.y, style: Style(.muted), clip: area)
    }
  }

  private static func hints(_ state: ImportState) -> [(String, String)] {
    let arrows = state.look.glyphs.isASCII ? "Up/Down" : "↑↓"
    switch state.place.page {
    case .choices:
      return [
        (arrows, state.text("选择", "choose")), ("Enter", state.text("确定", "take")),
        ("Esc", state.text("返回", "back")), (state.text("打字", "letters"), state.text("筛选", "filter")),
      ]
    case .typing: return [("Enter", state.text("确定", "take")), ("Esc", state.text("返回", "back"))]
    default: break
    }
    let keys = ImportKey.keys(of: state.place.page)
    // What leads out stays visible; of the others those at the end are dropped.
    let shown = keys.compactMap { key in key.short.map { (key.keys[0], state.text($0)) } }
    let isAsked = state.place.page == .difference(isAsked: true)
    let offered = shown.filter { key, _ in
      (key != .character("y") || isAsked) && (key != .escape || state.places.count > 1)
    }.map { ($0.0.name, $0.1) }
    let last = offered.filter { ["Esc", "?", "q"].contains($0.0) }
    var room = state.width - last.reduce(0) { $0 + width($1) }
    let first = offered.filter { hint in !last.contains { $0 == hint } }.prefix { hint in
      room -= width(hint)
      return room >= 0
    }
    return first + last
  }

  private static func width(_ hint: (String, String)) -> Int {
    TextWidth.columns(of: hint.0) + TextWidth.columns(of: hint.1) + 3
  }

  private static func renderPrompt(
    _ prompt: ImportState.Prompt, _ state: ImportState, _ area: Rect, _ buffer: inout Buffer
  ) {
    let (head, rest) = area.splitTop(1)
    let (title, remark): (Name, Name) =
      switch prompt {
      case .period(let column):
        (
          column.map {
            Name(
              zh: "“\(state.headName($0))”列的期间", en: "The period of column '\(state.headName($0))'")
          } ?? Name(zh: "整张表的期间", en: "The period of the table"),
          Name(zh: "如 2024-05、2024、2024-01/2024-05；空为不指定", en: "2024-05, 2024, 2024-01/2024-05; empty: none")
        )
      case .recipe:
        (
          Name(zh: "方案文件", en: "The file of the recipe"),
          Name(zh: "下个月用 --recipe 读同样的表", en: "--recipe reads next month's table in the same way")
        )
      }
    SectionTitle(state.text(title), isActive: true).render(in: head, into: &buffer, glyphs: state.look.glyphs)
    buffer.put("> \(typed(state))", x: rest.x + 1, y: rest.y, style: Style(.strong), clip: rest)
    buffer.put(state.text(remark), x: rest.x + 3, y: rest.y + 1, style: Style(.muted), clip: rest)
  }
}
