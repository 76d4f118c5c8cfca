import Canvas
import Domain

/// A key of the import screen. Footer, help and the table of docs/import.md follow from these lists.
package struct ImportKey: Sendable {
  /// The keys; the first is shown in the footer.
  let keys: [Key]
  /// The keys as help and footer print them.
  package let label: String
  /// The name of the action.
  package let name: Name
  /// The name in the footer; nil for a key that only help shows.
  let short: Name?
  let perform: @Sendable (inout ImportState) -> Effect?

  private init(
    _ keys: [Key], _ zh: String, _ en: String, short: (zh: String, en: String)? = nil, label: String? = nil,
    perform: @escaping @Sendable (inout ImportState) -> Effect?
  ) {
    self.keys = keys
    self.label = label ?? keys.map(\.name).joined(separator: " ")
    name = Name(zh: zh, en: en)
    self.short = short.map { Name(zh: $0.zh, en: $0.en) }
    self.perform = perform
  }

  private static func change(
    _ keys: [Key], _ zh: String, _ en: String, short: (zh: String, en: String)? = nil,
    perform: @escaping @Sendable (inout ImportState) -> Void
  ) -> ImportKey {
    ImportKey(keys, zh, en, short: short) {
      perform(&$0)
      return nil
    }
  }

  /// Keys that move the cursor of the page, handled together.
  private static func moving(_ keys: [Key], _ label: String, _ zh: String, _ en: String) -> [ImportKey] {
    keys.enumerated().map { number, key in
      ImportKey([key], zh, en, label: number == 0 ? label : "") {
        $0.move(key)
        return nil
      }
    }
  }

  private static let rows =
    moving([.up, .down, .character("k"), .character("j")], "↑ ↓ k j", "上下移动", "move up and down")
    + moving(
      [.pageUp, .pageDown, .character(" "), .home, .end, .character("g"), .character("G")],
      "PgUp PgDn Home End g G", "翻页、首尾", "page, first, last")

  /// The keys of the table.
  package static let table: [ImportKey] =
    [
      change(
        [.character("f"), .enter], "列的字段", "the field of the column", short: ("字段", "field")
      ) {
        $0.open(.choices(.field($0.column)))
      },
      change([.character("u")], "列的单位", "the unit of the column", short: ("单位", "unit")) {
        $0.open(.choices(.unit($0.column)))
      },
      change([.character("r")], "行的标签", "the label of the row", short: ("行", "row")) {
        $0.open(.choices(.label($0.row)))
      },
      change([.character("e")], "待处理的各处", "what is to be settled", short: ("待处理", "to settle")) {
        $0.open(.things)
      },
      change([.character("a")], "答复此处", "answer what is open here", short: ("答复", "answer")) {
        $0.answerHere()
      },
      change([.character("d")], "变化", "the difference", short: ("变化", "difference")) {
        $0.showDifference(isAsked: false)
      },
      change([.character("w")], "写入（先确认）", "write, after a question", short: ("写入", "write")) {
        $0.showDifference(isAsked: true)
      },
      change([.character("p")], "期间", "the period", short: ("期间", "period")) { $0.askForPeriod() },
      change(
        [.character("o")], "整张表的选项：来源、期间、规划 …", "options of the table: document, period, plan …",
        short: ("选项", "options")
      ) {
        $0.open(.choices(.options))
      },
      change([.character("H")], "表头的行", "the rows of the head", short: ("表头", "head")) {
        $0.open(.choices(.head($0.row)))
      },
      change([.character("s")], "保存方案文件", "save the recipe", short: ("存方案", "recipe")) {
        $0.askForRecipe()
      },
      change([.character("S")], "工作表", "the sheet", short: nil) { $0.chooseSheet() },
      change([.character("x")], "不用此列，或再用", "do not use the column, or use it again") { $0.toggleUse() },
      change([.character("b")], "此列空格沿用上一行", "blank cells of the column continue the one above") {
        $0.fill()
      },
      change([.character("n")], "下一处待处理", "the next cell to settle") { $0.goToThing(by: 1) },
      change([.character("N")], "上一处待处理", "the previous cell to settle") { $0.goToThing(by: -1) },
      change([.character("z"), .backspace], "撤销上一处更正", "undo the last correction") { $0.undo() },
      change([.character("c")], "重复此读法的命令", "the command that repeats the reading") { $0.open(.command) },
    ] + rows
    + moving(
      [.left, .right, .character("h"), .character("l"), .character("0"), .character("$")], "← → h l 0 $",
      "左右移动、首列、末列", "move left and right, first and last column") + common

  /// The keys of the list of what is open.
  package static let things: [ImportKey] =
    [
      change([.enter], "答复", "answer", short: ("答复", "answer")) {
        if !$0.things.isEmpty { $0.open(.choices(.answers($0.place.choice))) }
      },
      change([.character("t"), .right], "到该单元格", "go to the cell", short: ("到该格", "cell")) { state in
        let things = state.things
        if things.indices.contains(state.place.choice) { state.goTo(things[state.place.choice]) }
      },
      change([.character("z"), .backspace], "撤销上一处更正", "undo the last correction") { $0.undo() },
    ] + rows + common

  /// The keys of the difference.
  package static let difference: [ImportKey] =
    [
      ImportKey([.character("y")], "写入（问过之后）", "write, once asked", short: ("写入", "write")) {
        $0.write()
      },
      change([.character("w")], "问是否写入", "ask whether to write", short: nil) {
        $0.showDifference(isAsked: true)
      },
    ] + rows + common

  private static let reading = rows + common

  private static let common: [ImportKey] = [
    change([.escape], "返回", "back", short: ("返回", "back")) { $0.goBack() },
    change([.character("L"), .function(3)], "中文 / English", "Chinese / English") {
      $0.look.language = $0.look.language.other
    },
    change([.character("?"), .function(1)], "帮助", "help", short: ("帮助", "help")) {
      if $0.place.page != .help { $0.open(.help) }
    },
    ImportKey(
      [.character("q"), .function(10)], "离开，不写入", "leave, nothing is written", short: ("离开", "leave")
    ) {
      $0.leave()
    },
  ]

  /// Returns the keys of a page; a page on which a line is typed has none.
  static func keys(of page: ImportState.Page) -> [ImportKey] {
    switch page {
    case .table: table
    case .things: things
    case .difference: difference
    case .command, .help: reading
    case .choices, .typing: []
    }
  }
}

extension ImportState {
  mutating func askForPeriod() {
    guard trial.draft.columns.indices.contains(column),
      case .figure(_, let period)? = trial.draft.columns[column].field
    else { return open(.typing(.period(column: nil)), query: options.period ?? "") }
    open(.typing(.period(column: column)), query: period?.text ?? "")
  }

  mutating func chooseSheet() {
    guard input.isWorkbook else {
      notice = (Name(zh: "文本表格没有工作表", en: "a text has no sheets"), true)
      return
    }
    open(.choices(.option(.sheet)))
  }

  /// Offers the answers to what is open in the cell, or in its row.
  mutating func answerHere() {
    let now = Position(row: row, column: column)
    let here = things.firstIndex { $0.position == now } ?? things.firstIndex { $0.position?.row == row }
    guard let here else {
      notice = (Name(zh: "此行没有待处理的；n 下一处", en: "nothing is open in this row; n goes to the next"), false)
      return
    }
    open(.choices(.answers(here)))
  }

  /// Leaves the column out, or takes that back.
  mutating func toggleUse() {
    let head = headName(column)
    let isLeftOut = options.choices.contains { $0.0 == head && $0.1 == "-" }
    correct {
      if isLeftOut { $0.choices.removeAll { $0.0 == head } } else { $0.take(.field(head: head, "-")) }
    }
  }

  /// Fills the column down, or takes that back.
  mutating func fill() {
    let head = headName(column)
    correct {
      if $0.filled.contains(head) {
        $0.filled.removeAll { $0 == head }
      } else {
        $0.take(.fill(head: head))
      }
    }
  }
}
