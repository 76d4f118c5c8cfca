import Canvas
import Domain
import Output

extension ImportState {
  /// The maximum length of a typed line; the rest of a paste is dropped.
  private static let typedLimit = 200

  mutating func update(_ event: Event) -> Effect? {
    switch event {
    case .key(let key): return press(key)
    case .paste(let text): paste(text)
    case .resize(let width, let height): (self.width, self.height) = (width, height)
    case .background(let background): take(background)
    case .written(let name):
      notice = (Name(zh: "已写入 \(name)", en: "written: \(name)"), false)
    case .notWritten(let name, let reason):
      notice = (Name(zh: "未能写入 \(name)：\(reason.zh)", en: "not written: \(name): \(reason.en)"), true)
    case .mouse, .tick, .loaded, .refused, .notKept: break
    }
    return nil
  }

  private mutating func take(_ background: Background?) {
    guard let background else { return }
    backdrop.colour = background
    let name = (background.isLight ? Theme.light : Theme.dark).name
    if let theme = look.themes.first(where: { $0.name == name }) { look.theme = theme }
  }

  private var isTyped: Bool {
    switch place.page {
    case .choices, .typing: true
    default: false
    }
  }

  /// Pastes a text into the typed line. Elsewhere it must not be taken for keys.
  private mutating func paste(_ text: String) {
    guard isTyped else {
      notice = (Name(zh: "已忽略粘贴的文字", en: "pasted text ignored"), true)
      return
    }
    type(text)
  }

  private mutating func type(_ text: String) {
    place.query += text.prefix(max(0, Self.typedLimit - place.query.count))
    (place.choice, place.scroll) = (0, 0)
  }

  private mutating func press(_ key: Key) -> Effect? {
    notice = nil
    if key == .control("c") { return leave() }
    if key == .control("z") { return .suspend }
    if isTyped { return pressTyped(key) }
    let pressed = key.halfWidth
    let own = ImportKey.keys(of: place.page)
    return own.first { $0.keys.contains(pressed) }?.perform(&self)
  }

  /// Handles a key while a line is typed: it filters a list, or is the answer to a prompt.
  private mutating func pressTyped(_ key: Key) -> Effect? {
    switch key {
    case .character(let character): type(String(character))
    case .backspace:
      if !place.query.isEmpty { place.query.removeLast() }
      (place.choice, place.scroll) = (0, 0)
    case .escape: goBack()
    case .enter:
      if case .typing(let prompt) = place.page { return answer(prompt) }
      let choices = ImportChoice.shown(self)
      guard choices.indices.contains(place.choice) else { return nil }
      choices[place.choice].perform(&self)
    default:
      if case .choices = place.page { move(key) }
    }
    return nil
  }

  // MARK: Moving

  /// Moves the cursor of the page.
  mutating func move(_ key: Key) {
    if place.page == .table { return moveCell(key) }
    let page = max(1, ImportFrame.listHeight(self) - 1)
    let step =
      switch key {
      case .up, .character("k"): -1
      case .down, .character("j"): 1
      case .pageUp: -page
      case .pageDown, .character(" "): page
      case .home, .character("g"): Int.min / 2
      case .end, .character("G"): Int.max / 2
      default: 0
      }
    let last = ImportFrame.lastChoice(self)
    place.choice = min(max(0, place.choice + step), max(0, last))
  }

  private mutating func moveCell(_ key: Key) {
    let page = max(1, ImportFrame.rowCount(self) - 1)
    let (rows, columns) = (trial.draft.grid.count, trial.draft.columns.count)
    switch key {
    case .up, .character("k"): row -= 1
    case .down, .character("j"): row += 1
    case .left, .character("h"): column -= 1
    case .right, .character("l"): column += 1
    case .pageUp: row -= page
    case .pageDown, .character(" "): row += page
    case .home, .character("g"): row = 0
    case .end, .character("G"): row = rows - 1
    case .character("0"): column = 0
    case .character("$"): column = columns - 1
    default: break
    }
    row = min(max(0, row), max(0, rows - 1))
    column = min(max(0, column), max(0, columns - 1))
  }

  /// Scrolls no further than the cursor needs.
  func followed(_ first: Int, _ selection: Int, _ height: Int, _ count: Int) -> Int {
    let height = max(1, height)
    return min(max(0, max(min(first, selection), selection - height + 1)), max(0, count - height))
  }

  mutating func follow() {
    top = followed(top, row, ImportFrame.rowCount(self), trial.draft.grid.count)
    let last = ImportFrame.lastChoice(self)
    place.choice = min(place.choice, max(0, last))
    let isRead = place.page == .command || place.page == .help || isDifference
    place.scroll =
      isRead ? place.choice : followed(place.scroll, place.choice, ImportFrame.listHeight(self), last + 1)
  }

  private var isDifference: Bool { if case .difference = place.page { true } else { false } }

  /// Goes to the next or previous cell with something to settle.
  mutating func goToThing(by step: Int) {
    let sorted = things.compactMap(\.position).sorted()
    guard !sorted.isEmpty else {
      notice = (Name(zh: "没有待处理的单元格", en: "no cell needs an answer"), false)
      return
    }
    let now = Position(row: row, column: column)
    let next =
      step > 0
      ? sorted.first { $0 > now } ?? sorted[0] : sorted.last { $0 < now } ?? sorted[sorted.count - 1]
    (row, column) = (next.row, next.column)
  }

  // MARK: Answers

  /// Takes a typed line.
  private mutating func answer(_ prompt: Prompt) -> Effect? {
    let text = place.query.split(separator: " ").joined(separator: " ")
    switch prompt {
    case .period(let column):
      goToTable()
      if let column, case .figure(let id, _)? = trial.draft.columns[column].field {
        let head = headName(column)
        correct { $0.take(.field(head: head, text.isEmpty ? id : "\(id)@\(text)")) }
      } else {
        correct { $0.period = text.isEmpty ? nil : text }
      }
    case .recipe:
      goBack()
      guard let plan = trial.plan, !text.isEmpty else { return nil }
      let recipe = plan.recipe(input.kind, options, delimiter: given.delimiter, encoding: given.encoding)
      return .write(name: text, bytes: Array(recipe.utf8))
    }
    return nil
  }

  /// Asks for the file of the recipe.
  mutating func askForRecipe() {
    guard trial.plan != nil else { return sayOpen() }
    open(.typing(.recipe), query: given.recipe)
  }

  private mutating func sayOpen() {
    let count = things.count
    notice = (
      Name(
        zh: "还有 \(count) 处须先处理；按 e 列出",
        en: "\(count) thing\(count == 1 ? "" : "s") to settle first; e lists \(count == 1 ? "it" : "them")"),
      true
    )
  }

  // MARK: Ending

  /// Shows the difference, and asks whether to write it.
  mutating func showDifference(isAsked: Bool) {
    guard let plan = trial.plan else { return sayOpen() }
    prepareDifference()
    var isAsked = isAsked
    if isAsked, plan.files.isEmpty {
      notice = (Name(zh: "没有变化，无须写入", en: "no changes, nothing to write"), false)
      isAsked = false
    } else if isAsked, case .failure? = outcome {
      notice = (Name(zh: "数据集将有错误，不能写入", en: "the dataset would have errors and cannot be written"), true)
      isAsked = false
    }
    goToTable()
    open(.difference(isAsked: isAsked))
  }

  /// Leaves the screen to write, once the question was asked.
  mutating func write() -> Effect? {
    guard place.page == .difference(isAsked: true) else { return nil }
    ending = .write
    return .quit
  }

  /// Leaves the screen without writing.
  mutating func leave() -> Effect? {
    ending = .left
    return .quit
  }
}
