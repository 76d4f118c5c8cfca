import Canvas
import Domain
import Output

/// A line of a list, and what Enter on it does.
struct ImportChoice: Sendable {
  /// What is chosen.
  var title: String
  /// What else helps to choose: an id, an option of the command.
  var remark = ""
  var perform: @Sendable (inout ImportState) -> Void

  init(_ title: String, _ remark: String = "", perform: @escaping @Sendable (inout ImportState) -> Void) {
    (self.title, self.remark, self.perform) = (title, remark, perform)
  }

  /// A choice that corrects the options and returns to the table.
  private static func correcting(
    _ title: String, _ remark: String = "", _ change: @escaping @Sendable (inout TableImport.Options) -> Void
  ) -> ImportChoice {
    ImportChoice(title, remark) {
      $0.goToTable()
      $0.correct(change)
    }
  }

  /// Returns the choices of the page that the typed text leaves.
  static func shown(_ state: ImportState) -> [ImportChoice] {
    guard case .choices(let subject) = state.place.page else { return [] }
    let all = choices(state, subject)
    let query = state.place.query.lowercased()
    guard !query.isEmpty else { return all }
    let found = all.filter {
      $0.title.lowercased().contains(query) || $0.remark.lowercased().contains(query)
    }
    guard case .unit(let column) = subject, !found.contains(where: { $0.remark.lowercased() == query }) else {
      return found
    }
    // A unit that is not listed, such as 千元: the reader says whether it is understood.
    let (head, unit) = (state.headName(column), state.place.query)
    return found + [correcting(unit, state.text("所打的字", "as typed")) { $0.take(.unit(head: head, unit)) }]
  }

  /// Returns the title of a list.
  static func title(_ state: ImportState, _ subject: ImportState.Subject) -> String {
    switch subject {
    case .field(let column):
      state.text("“\(state.headName(column))”列的字段", "The field of column '\(state.headName(column))'")
    case .unit(let column):
      state.text("“\(state.headName(column))”列的单位", "The unit of column '\(state.headName(column))'")
    case .label(let row): state.text("第\(number(row, state))行是", "Row \(number(row, state)) is")
    case .head: state.text("表头的行", "The rows of the head")
    case .answers: state.text("可以这样答复", "What can be answered")
    case .options: state.text("整张表的选项", "Options of the table")
    case .option(let option): state.text(name(of: option))
    }
  }

  private static func number(_ row: Int, _ state: ImportState) -> Int {
    row < state.trial.draft.grid.count ? state.trial.draft.grid.number(row) : row + 1
  }

  private static func choices(_ state: ImportState, _ subject: ImportState.Subject) -> [ImportChoice] {
    switch subject {
    case .field(let column): fields(state, column)
    case .unit(let column): units(state, column)
    case .label(let row): labels(state, row)
    case .head(let row): heads(state, row)
    case .answers(let number): answers(state, number)
    case .options: ImportAnswer.Option.allCases.compactMap { option(state, $0) }
    case .option(let option): values(state, option)
    }
  }

  // MARK: Columns and rows

  private static func fields(_ state: ImportState, _ column: Int) -> [ImportChoice] {
    let head = state.headName(column)
    let fields = [("-", Name(zh: "不用此列", en: "do not use the column"))] + state.input.fields
    return automatic(state, isSet: state.options.choices.contains { $0.0 == head }) {
      $0.choices.removeAll { $0.0 == head }
    }
      + fields.map { key, name in
        correcting(state.text(name), key) { $0.take(.field(head: head, key)) }
      }
  }

  private static func units(_ state: ImportState, _ column: Int) -> [ImportChoice] {
    let head = state.headName(column)
    let columns = state.trial.draft.columns
    let indicator = columns.indices.contains(column) ? columns[column].indicator : nil
    let units = state.input.units(of: indicator)
    let fraction = ("小数", Name(zh: "小数（0.123 即 12.3%）", en: "a fraction (0.123 is 12.3%)"))
    return automatic(state, isSet: state.options.units.contains { $0.0 == head }) {
      $0.units.removeAll { $0.0 == head }
    }
      + (units + [fraction]).map { id, name in
        correcting(state.text(name).isEmpty ? id : state.text(name), id) {
          $0.take(.unit(head: head, id))
        }
      }
  }

  private static func labels(_ state: ImportState, _ row: Int) -> [ImportChoice] {
    let number = number(row, state)
    let own = LineLabel.allCases.filter { $0 != .head }
    return automatic(state, isSet: state.options.labels[number] != nil) { $0.labels[number] = nil }
      + [
        ImportChoice(state.text(LineLabel.head.name), "--head \(number)") {
          $0.place.page = .choices(.head(row))
        }
      ]
      + own.map { label in
        correcting(state.text(label.name), label.rawValue) { $0.take(.label(row: number, label)) }
      }
  }

  private static func heads(_ state: ImportState, _ row: Int) -> [ImportChoice] {
    let number = number(row, state)
    return automatic(state, isSet: state.options.head != nil) { $0.head = nil }
      + (0..<4).map { count in
        let rows = number...(number + count)
        let text =
          count == 0
          ? state.text("第\(number)行", "row \(number)")
          : state.text("第\(number)-\(rows.upperBound)行", "rows \(number)-\(rows.upperBound)")
        return correcting(text, "--head \(count == 0 ? "\(number)" : "\(number)-\(rows.upperBound)")") {
          $0.head = rows
        }
      }
  }

  /// The choice that takes a correction back, where there is one.
  private static func automatic(
    _ state: ImportState, isSet: Bool, _ change: @escaping @Sendable (inout TableImport.Options) -> Void
  ) -> [ImportChoice] {
    isSet ? [correcting(state.text("按程序的判断", "as the program reads it"), "", change)] : []
  }

  // MARK: Options of the table

  static func name(of option: ImportAnswer.Option) -> Name {
    switch option {
    case .source: Name(zh: "来源文件", en: "Document")
    case .sheet: Name(zh: "工作表", en: "Sheet")
    case .period: Name(zh: "期间", en: "Period")
    case .plan: Name(zh: "规划", en: "Plan")
    case .indicator: Name(zh: "指标", en: "Indicator")
    case .scope: Name(zh: "口径", en: "Scope")
    case .state: Name(zh: "项目的状态", en: "State of the projects")
    }
  }

  private static func option(_ state: ImportState, _ option: ImportAnswer.Option) -> ImportChoice? {
    if option == .sheet, !state.input.isWorkbook { return nil }
    if option == .state, state.input.kind != .projects { return nil }
    if [.plan, .indicator].contains(option), state.input.kind == .projects { return nil }
    let value = state.options[option] ?? "-"
    return ImportChoice("\(state.text(name(of: option)))  \(value)", "--\(option.rawValue)") {
      $0.ask(for: option)
    }
  }

  private static func values(_ state: ImportState, _ option: ImportAnswer.Option) -> [ImportChoice] {
    let dataset = state.input.dataset
    let values: [(String, Name)] =
      switch option {
      case .source: dataset.sources.map { ($0.id, $0.title) }
      case .sheet: state.input.sheets.map { ($0.name, Name(both: $0.name)) }
      case .plan: dataset.plans.map { ($0.id, $0.name) }
      case .indicator: dataset.indicators.map { ($0.id, $0.name) }
      case .scope: dataset.vocabulary.scopes.map { ($0.id, $0.name) }
      case .state: dataset.stages.map { ($0.id, $0.name) }
      case .period: []
      }
    return automatic(state, isSet: state.options[option] != nil) { $0[option] = nil }
      + values.map { id, name in
        correcting(state.text(name), option == .sheet ? "" : id) { $0[option] = id }
      }
  }

  // MARK: Answers

  private static func answers(_ state: ImportState, _ number: Int) -> [ImportChoice] {
    guard state.things.indices.contains(number) else { return [] }
    let thing = state.things[number]
    let fault = thing.fault
    var answers = (fault.leftOut.map { [ImportAnswer.leaveOut($0)] } ?? []) + fault.answers
    if let position = thing.position {
      if fault.cell != nil, position.row > state.trial.draft.head.upperBound {
        answers.append(.label(row: state.trial.draft.grid.number(position.row), .note))
      }
      let skip = ImportAnswer.field(head: state.headName(position.column), "-")
      if !answers.contains(skip) { answers.append(skip) }
    }
    let own = answers.map { answer in
      ImportChoice(state.text(words(answer, state)), answer.text) { $0.take(answer) }
    }
    let isUnit = answers.contains { if case .unit = $0 { true } else { false } }
    let other = thing.position.map { position in
      ImportChoice(state.text("其他单位 …", "another unit …"), "--unit") {
        $0.open(.choices(.unit(position.column)))
      }
    }
    let go = ImportChoice(state.text("到该单元格", "go to the cell"), fault.cell ?? fault.place ?? "") {
      $0.goTo(thing)
    }
    return own + (isUnit ? [other].compactMap { $0 } : []) + (thing.position == nil ? [] : [go])
  }

  /// The sentence of an answer.
  private static func words(_ answer: ImportAnswer, _ state: ImportState) -> Name {
    switch answer {
    case .leaveOut(let name): return Name(zh: "不录入“\(name)”", en: "leave '\(name)' out")
    case .same(_, let project):
      let other = state.input.dataset.projects[project]?.name ?? Name(both: project)
      return Name(zh: "与“\(other.zh)”是同一个项目", en: "the same project as '\(other.en)'")
    case .new(let name): return Name(zh: "“\(name)”是另一个项目", en: "'\(name)' is another project")
    case .unit(let head, let unit):
      return Name(zh: "“\(head)”的单位是\(unit)", en: "the unit of '\(head)' is \(unit)")
    case .field(let head, "-"): return Name(zh: "不用“\(head)”列", en: "do not use column '\(head)'")
    case .field(let head, let field):
      return Name(zh: "“\(head)”列是 \(field)", en: "column '\(head)' is \(field)")
    case .fill(let head):
      return Name(zh: "“\(head)”列空格沿用上一行", en: "blank cells of '\(head)' continue the one above")
    case .label(let row, let label):
      return Name(
        zh: "第\(row)行是\(label.name.zh)，不录入", en: "row \(row) is a \(label.name.en), and not imported")
    case .sheet(let name): return Name(zh: "工作表“\(name)”", en: "sheet '\(name)'")
    case .need(let option):
      let word = name(of: option)
      return Name(zh: "指定\(word.zh)", en: "choose: \(word.en.lowercased())")
    }
  }
}

extension ImportState {
  /// Asks for the value of an option.
  mutating func ask(for option: ImportAnswer.Option) {
    if option == .period {
      open(.typing(.period(column: nil)), query: options.period ?? "")
    } else {
      open(.choices(.option(option)))
    }
  }

  /// Takes an answer, and returns to the list of what is open while it has more.
  mutating func take(_ answer: ImportAnswer) {
    if case .need(let option) = answer { return ask(for: option) }
    goBack()
    correct { $0.take(answer) }
    if trial.faults.isEmpty { goToTable() }
  }
}

extension TableImport.Options {
  /// The value of an option; nil for one that is not set.
  fileprivate subscript(option: ImportAnswer.Option) -> String? {
    get {
      switch option {
      case .source: source
      case .sheet: sheet
      case .period: period
      case .plan: plan
      case .indicator: indicator
      case .scope: scope
      case .state: state
      }
    }
    set {
      switch option {
      case .source: source = newValue
      case .sheet: sheet = newValue
      case .period: period = newValue
      case .plan: plan = newValue
      case .indicator: indicator = newValue
      case .scope: scope = newValue
      case .state: state = newValue
      }
    }
  }
}
