import Testing

@testable import Canvas
@testable import Domain
@testable import Figures
@testable import Panels

struct TasksPanelTests {
  private let panel = TasksPanel()

  // MARK: What is drawn

  @Test func `a list of programmes and tasks is beside the task under the cursor`() throws {
    var stage = try Fixture.stage("tasks", .zh)
    stage.press(.down)
    let lines = [
      " 2项任务，2项列有责任指标；任务所列1个指标（目标页共5项）：1未达序时",
      " ▼ 2022年滞后最多 规上工业总产值 未达序时，滞后8个月  牵头：经信局",
      "任务 2 ────────────────────── 按工程（空格换）  1 培育机械产业 ──────────── 规划",
      " 工程与任务                      责任指标        牵头  经信局",
      " （一）产业壮大工程              ▼ 1项未达序时   配合  招商局",
      "▌  1 培育机械产业                ▼ 1项未达序时   期限  2025年底前",
      "   2 招引食品企业                ▼ 1项未达序时",
      "                                                 责任指标 1",
      "                                                 ▼ 规上工业总产值",
      "                                                   未达序时 滞后8个月",
      "                                                   ██▍┃───── 2022 120 / 200亿元",
      "",
      "                                                 项目 2",
      "                                                 · 齿轮厂       储备 日期未公布",
      "                                                 · 发动机厂     签约 2022-04",
    ]
    expectLines(stage.buffer, lines + Array(repeating: "", count: 7))
  }

  @Test func `units are listed by how much they lead`() throws {
    var stage = try Fixture.stage("tasks", .en, width: 40, height: 10)
    stage.press(.character(" "))
    expectLines(
      stage.buffer,
      [
        " 1 indicator: 1 behind",
        "Units 2 ────────────────── by unit (Space)".fitted(40),
        "▌Investment Office          1 ▼ 1 behind", " Economy Office             1 ▼ 1 behind", "", "",
        "",
        "", "", "",
      ])
  }

  @Test func `a status has its glyph, its word and its colour`() throws {
    let stage = try Fixture.stage("tasks", .zh)
    let buffer = stage.buffer
    #expect(buffer.lines.contains { $0.contains("▼ 规上工业总产值") })
    #expect(buffer.lines.contains { $0.contains("未达序时 滞后8个月") })
    let row = try #require(buffer.lines.firstIndex { $0.contains("▼ 1项未达序时") })
    let column = try #require(buffer.lines[row].firstIndex(of: "▼"))
    let columns = TextWidth.columns(of: String(buffer.lines[row][..<column]))
    #expect(buffer.style(columns, row)?.foreground == .behind)
  }

  @Test func `ASCII terminals get no line or block characters`() throws {
    var stage = try Fixture.stage("tasks", .en, glyphs: .ascii)
    for _ in 0..<2 {
      let text = stage.buffer.lines.joined()
      #expect(text.unicodeScalars.allSatisfy { !(0x2190...0x25FF).contains($0.value) })
      stage.press(.down, .enter)
    }
  }

  @Test(arguments: [Language.zh, .en])
  func `every size is filled without leaving it`(language: Language) throws {
    let stage = try Fixture.builtInStage("tasks", language)
    for mode in [0, 1] {
      for isOpen in [false, true] {
        for (width, height) in [
          (0, 0), (1, 1), (2, 5), (10, 3), (40, 10), (60, 38), (76, 22), (80, 22), (120, 34), (240, 68),
        ] {
          var stage = stage
          stage.view.mode = mode
          stage.view.isOpen = isOpen
          #expect(stage.buffer(width, height).lines.allSatisfy { TextWidth.columns(of: $0) <= width })
        }
      }
    }
  }

  @Test func `a narrow list keeps the numbers of its statuses`() throws {
    for language in Language.allCases {
      let stage = try Fixture.builtInStage("tasks", language, width: 40, height: 10)
      let state = language == .zh ? "✗ 5项中2项严重滞后" : "✗ 2 of 5 far behind"
      #expect(stage.buffer.lines.contains { $0.contains(state) })
    }
  }

  @Test func `without data it says so`() {
    var stage = PanelStage("tasks", Board(Dataset(), asOf: Fixture.today))
    #expect(stage.buffer.lines[1] == " no task in the documents known on the day")
    stage.press(.character(" "), .down, .enter, .right, .end)
    #expect(stage.buffer.lines[1] == " no unit in the documents known on the day")
    #expect(stage.statements.isEmpty)
  }

  // MARK: Keys

  @Test func `the cursor moves over programmes and tasks and is remembered by their ids`() throws {
    var stage = try Fixture.stage("tasks")
    let list = stage.lines
    stage.press(.down)
    #expect(stage.underCursor.hasPrefix("1 Raise machinery"))
    stage.press(.end)
    #expect(stage.underCursor.hasPrefix("2 Attract food firms"))
    stage.press(.home)
    #expect(stage.underCursor.hasPrefix("(1) Growth of industry"))
    stage.press(.enter)
    #expect(stage.lines[0].hasPrefix("(1) Growth of industry"))
    stage.press(.escape)
    #expect(stage.lines == list)
  }

  @Test func `space shows the same from the other side`() throws {
    var stage = try Fixture.stage("tasks")
    stage.press(.down, .character(" "))
    #expect(stage.underCursor.hasPrefix("Economy Office"))
    stage.press(.character(" "))
    #expect(stage.underCursor.hasPrefix("1 Raise machinery"))
  }

  @Test(arguments: [Key.enter, .right])
  func `a detail leads to the worst target`(key: Key) throws {
    var stage = try Fixture.stage("tasks")
    stage.press(.down, .enter, key)
    #expect(stage.effects == [.go(to: "targets", at: .opened("district-output-2025"))])
    #expect(stage.lines[0].hasPrefix("1 Raise machinery"), "still opened when the user comes back")
  }

  @Test(arguments: [Key.character("c"), .character(".")])
  func `a plan is chosen from all with the number of tasks of each`(key: Key) throws {
    var stage = try Fixture.builtInStage("tasks")
    let plans = TaskBoard(stage.context.board).plans.map(\.id)
    #expect(plans.count > 1)
    stage.press(key)
    #expect(stage.effects == [.choose("plan")])
    #expect(stage.values("plan").map(\.id) == [nil] + plans)
    for value in stage.values("plan") {
      stage = stage.choosing("plan", value.id)
      let page = panel.page(stage.view, stage.context)
      #expect(page.tasks.count == value.count)
      if let plan = value.id { #expect(page.groups.map(\.plan?.id) == [plan]) }
    }
    stage = stage.choosing("plan", nil)
    #expect(Set(panel.page(stage.view, stage.context).groups.map(\.plan?.id)) == Set(plans))
  }

  /// The task of the economy office is due by 2025, the other has no date.
  @Test func `beside a task stands its unit under a programme, its date under a unit`() throws {
    func remarks(_ mode: Int) throws -> String {
      var stage = try Fixture.stage("tasks")
      stage.view.mode = mode
      let all = stage.panel.selections(stage.view, in: stage.context).compactMap(\.self)
      return all.flatMap { id -> [String] in
        stage.view.select(id, opens: true)
        return stage.page.blocks.flatMap { block -> [String] in
          guard case .fields(let fields) = block else { return [] }
          return fields.filter { $0.label == "Task" }.map(\.value.text)
        }
      }.joined(separator: "\n")
    }
    let (programmes, units) = (try remarks(0), try remarks(1))
    #expect(programmes.contains("Economy Office") && !programmes.contains("2025"))
    #expect(units.contains("by 2025"))
  }

  @Test func `the list of tasks is a table of tasks, that of units is none`() throws {
    var stage = try Fixture.stage("tasks")
    let listing = try #require(stage.panel.listing(stage.view, in: stage.context))
    #expect(listing.kind == .tasks && !listing.ids.isEmpty)
    stage.view.mode = 1
    #expect(stage.panel.listing(stage.view, in: stage.context) == nil)
  }

  @Test func `typed text filters by task and by unit`() throws {
    var stage = try Fixture.stage("tasks", .zh)
    stage.press(.character(","), .character("食"), .character("品"))
    #expect(panel.page(stage.view, stage.context).items.map(\.key) == ["programme/growth", "attract-food"])
    stage.press(.backspace, .backspace, .character("经"), .enter)
    #expect(
      panel.page(stage.view, stage.context).items.map(\.key) == ["programme/growth", "raise-machinery"])
    stage.press(.character(" "))
    #expect(panel.page(stage.view, stage.context).items.map(\.key) == ["organisation/economy-office"])
    stage.press(.delete)
    #expect(panel.page(stage.view, stage.context).items.count == 2)
    stage.press(.character(","), .character("无"))
    #expect(panel.page(stage.view, stage.context).items.isEmpty)
    stage.press(.escape)
    #expect(panel.page(stage.view, stage.context).items.count == 2)
  }

  @Test func `another view may select a task, a programme or a unit by its id`() throws {
    var stage = try Fixture.stage("tasks")
    stage.view.select("economy-office", opens: true)
    #expect(stage.buffer.lines.first?.hasPrefix("Economy Office") == true)
    stage.view.isVisit = true
    stage.press(.escape)
    #expect(stage.effects == [.back()])
    stage.view.select("economy-office")
    stage.press(.up)
    #expect(stage.underCursor.hasPrefix("Investment Office"))
    stage.view.select("growth")
    #expect(panel.page(stage.view, stage.context).items.map(\.key).first == "programme/growth")
    stage.view.select("attract-food", opens: true)
    #expect(stage.buffer.lines.first?.hasPrefix("2 Attract food firms") == true)
  }

  @Test func `a programme counts what the tasks below it are to deliver`() throws {
    var stage = try Fixture.builtInStage("tasks", .zh)
    stage.view.filters["text"] = "经信委"
    let groups = panel.page(stage.view, stage.context).groups.filter { !$0.isSupported }
    var shown: [String: Set<String>] = [:]
    var counted: [String: Set<String>] = [:]
    for item in groups.flatMap(\.items) {
      switch item {
      case .programme(let standing):
        counted[standing.programme.id] = Set(standing.indicators.map(\.indicator.id))
      case .task(let task):
        shown[task.programme.id, default: []].formUnion(task.indicators.map(\.indicator.id))
      case .unit: break
      }
    }
    #expect(counted.count > 3)
    for (id, indicators) in counted { #expect(indicators == shown[id], "\(id)") }
  }

  @Test func `the text of a unit finds what it leads first, and apart what it only assists`() throws {
    var stage = try Fixture.builtInStage("tasks", .zh, width: 120, height: 34)
    stage.view.filters["text"] = "经信委"
    let page = panel.page(stage.view, stage.context)
    let unit = try #require(page.board.units.first { $0.organisation.names.contains { $0.zh == "经信委" } })
    let (led, assisted) = (page.groups.filter { !$0.isSupported }, page.groups.filter(\.isSupported))
    func tasks(_ groups: [TasksPanel.Group]) -> [String] {
      groups.flatMap(\.items).compactMap { if case .task(let task) = $0 { task.task.id } else { nil } }
    }
    #expect(Set(tasks(led)) == Set(unit.led.map(\.task.id)))
    #expect(Set(tasks(assisted)) == Set(unit.supported.map(\.task.id)))
    #expect(!tasks(assisted).isEmpty && Set(page.items.map(\.key)).count == page.items.count)
    #expect(
      stage.lines[0].hasPrefix(" 名称或牵头单位符合\(unit.led.count)项，只配合\(unit.supported.count)项；"))
    stage.press(.end)
    #expect(stage.lines.contains { $0.contains("（只配合）") })
  }

  @Test func `the first lines say how the indicators do, which is worst and who leads it`() throws {
    let stage = try Fixture.builtInStage("tasks", .zh, width: 120, height: 34)
    let page = panel.page(stage.view, stage.context)
    let indicators = page.indicators
    #expect(Set(indicators.map(\.id)) == Set(page.tasks.flatMap(\.indicators).map(\.id)))
    let deciding = page.tasks.count { !$0.indicators.isEmpty }
    #expect(
      stage.lines[0].hasPrefix(" \(page.tasks.count)项任务，\(deciding)项列有责任指标；任务所列\(indicators.count)个指标："))
    let far = indicators.count { $0.status == .farBehind }
    #expect(far > 0 && stage.lines[0].contains("：\(far)严重滞后、"))
    #expect(stage.lines[1].hasPrefix(" ✗ 2022年滞后最多 消费品工业 严重滞后"))
    #expect(stage.lines[1].contains("牵头：各产业链牵头部门"))
  }

  @Test func `who leads is in the list from 120 columns on`() throws {
    for language in Language.allCases {
      let stage = try Fixture.builtInStage("tasks", language, width: 120, height: 34)
      let head = try #require(
        stage.lines.first { $0.contains(language == .zh ? "工程与任务" : "Programme and task") })
      #expect(head.contains(language == .zh ? "牵头" : "Led by"))
    }
  }

  @Test func `an opened record stays although a filter leaves it out`() throws {
    var stage = try Fixture.stage("tasks", .zh)
    stage.view.filters["text"] = "食品"
    stage.view.select("raise-machinery", opens: true)
    #expect(stage.buffer.lines.first?.hasPrefix("1 培育机械产业") == true)
  }

  // MARK: Sources

  @Test func `a task cites itself, its programme and what it must move`() throws {
    var stage = try Fixture.stage("tasks")
    stage.press(.down)
    let statements = stage.statements
    #expect(statements.prefix(2).map(\.label.en) == ["1 Raise machinery", "Growth of industry"])
    #expect(statements.first?.citations.first?.line == 18)
    #expect(statements.compactMap(\.figure).prefix(2) == ["district-output-2022", "district-output-2025"])
  }

  @Test func `an indicator of a task cites the words of the task that print it`() throws {
    var stage = try Fixture.stage("tasks", .zh)
    stage.press(.down)
    let statement = try #require(stage.statements.first { $0.value.zh == "责任指标" })
    #expect(statement.label.zh == "规上工业总产值")
    #expect(statement.citations.map(\.line) == [18] && statement.citations.map(\.printed) == ["规上工业总产值"])
  }

  @Test func `a setting of a document is never attributed to none`() throws {
    for language in Language.allCases {
      var stage = try Fixture.builtInStage("tasks", language, width: 120, height: 34)
      for task in stage.context.dataset.programmes.flatMap(\.tasks) where !task.indicators.isEmpty {
        stage.view.select(task.id, opens: true)
        let isUnset = task.indicators.contains { link in
          !stage.context.board.figures.contains {
            $0.plan != nil && $0.indicator == link.indicator && $0.subject == link.subject
          }
        }
        let lines = stage.buffer.lines
        let says = lines.contains { $0.contains("没有文件设目标") || $0.contains("no document sets a target") }
        #expect(says == isUnset, "\(task.id)")
      }
      stage.view.select("sc-task-1", opens: true)
      // Counted from the figures of the clusters: none of the three yet.
      let lines = stage.buffer.lines
      let row = try #require(
        lines.firstIndex { $0.contains(language == .zh ? "○ 百亿产业" : "○ ¥10bn industries") })
      #expect(lines[row].contains(language == .zh ? "不可比" : "not comparable"))
      #expect(lines[row + 1].contains(language == .zh ? " 0* / 3个" : " 0* / 3 industries"))
    }
  }

  @Test func `a unit cites itself and its tasks`() throws {
    var stage = try Fixture.stage("tasks")
    stage.press(.character(" "))
    let labels = stage.statements.prefix(3).map(\.label.en)
    #expect(labels == ["Investment Office", "2 Attract food firms", "1 Raise machinery"])
  }
}

extension String {
  /// The title row, whose rule gives way to the remark.
  fileprivate func fitted(_ columns: Int) -> String {
    var text = self
    while TextWidth.columns(of: text) > columns, let rule = text.firstIndex(of: "─") { text.remove(at: rule) }
    return text
  }
}
