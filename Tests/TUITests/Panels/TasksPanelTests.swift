import Testing

@testable import Model
@testable import TUI

struct TasksPanelTests {
  private let panel = TasksPanel()

  private func body(_ state: AppState) -> Buffer {
    drawn(state.width, state.height - 2) { panel.render(state, in: $0, into: &$1) }
  }

  private func press(_ state: inout AppState, _ keys: Key...) {
    for key in keys { _ = panel.update(&state, on: key) }
  }

  // MARK: What is drawn

  @Test func `a list of programmes and tasks stands beside the task under the cursor`() throws {
    var state = try Fixture.smallState("tasks", .zh)
    press(&state, .down)
    let lines = [
      "任务 2 ──────────────── 按工程（空格换）  1 培育机械产业 ────────────────── 规划",
      " 工程与任务                                牵头  经信局",
      " （一）产业壮大工程                   ▼1   配合  招商局",
      "▌  1 培育机械产业                     ▼1   期限  2025年底前",
      "   2 招引食品企业                     ▼1",
      "                                           责任指标 1  ▼1",
      "                                           ▼ 规上工业总产值  未达序时 滞后8个月",
      "                                             ████──┃──────── 2022 120 / 200亿元",
      "",
      "                                           项目 2",
      "                                           · 齿轮厂             储备 日期未公布",
      "                                           · 发动机厂           签约 2022-04",
    ]
    expectLines(body(state), lines + Array(repeating: "", count: 9) + [" 责任指标 ▼ 未达序时"])
  }

  @Test func `units are listed by how much they lead`() throws {
    var state = try Fixture.smallState("tasks", .en, width: 40, height: 12)
    press(&state, .character(" "))
    expectLines(
      body(state),
      [
        "Units 2 ────────────────── by unit (Space)".fitted(40),
        "▌Investment Office             1    1 ▼1", " Economy Office                1    · ▼1", "", "", "",
        "", "", "", "",
      ])
  }

  @Test func `a status has its glyph, its word and its colour`() throws {
    let state = try Fixture.smallState("tasks", .zh)
    let buffer = body(state)
    #expect(buffer.lines.contains { $0.contains("▼ 规上工业总产值") && $0.contains("未达序时 滞后8个月") })
    #expect(buffer.style(38, 2)?.foreground == .behind)
  }

  @Test func `ASCII terminals get no line or block characters`() throws {
    var state = try Fixture.smallState("tasks", .en, glyphs: .ascii)
    state.views["tasks"] = ViewState()
    for _ in 0..<2 {
      let text = body(state).lines.joined()
      #expect(text.unicodeScalars.allSatisfy { !(0x2190...0x25FF).contains($0.value) })
      press(&state, .down, .enter)
    }
  }

  @Test(arguments: [Language.zh, .en])
  func `every size is filled without leaving it`(language: Language) throws {
    let state = try Fixture.builtInState("tasks", language)
    for mode in [0, 1] {
      for isOpen in [false, true] {
        for (width, height) in [
          (0, 0), (1, 1), (2, 5), (10, 3), (40, 10), (60, 38), (76, 22), (80, 22), (120, 34), (240, 68),
        ] {
          var state = state
          var view = ViewState()
          view.mode = mode
          view.isOpen = isOpen
          state.views["tasks"] = view
          let buffer = drawn(width, height) { panel.render(state, in: $0, into: &$1) }
          #expect(buffer.lines.allSatisfy { TextWidth.columns(of: $0) <= width })
        }
      }
    }
  }

  @Test func `a narrow list keeps the numbers of its statuses`() throws {
    for language in Language.allCases {
      let state = try Fixture.builtInState("tasks", language, width: 40, height: 12)
      #expect(body(state).lines.contains { $0.contains("✗2/5") })
    }
  }

  @Test func `without data it says so`() {
    var state = Fixture.state(Dataset(), "tasks", .en)
    #expect(body(state).lines[1] == " the documents known on the day set no task")
    press(&state, .character(" "), .down, .enter, .right, .end)
    #expect(body(state).lines[1] == " the documents known on the day name no unit")
    #expect(panel.statements(state).isEmpty)
  }

  // MARK: Keys

  @Test func `the cursor moves over programmes and tasks and is remembered by their ids`() throws {
    var state = try Fixture.smallState("tasks")
    press(&state, .down)
    #expect(state.viewState().selection == "raise-machinery")
    press(&state, .end)
    #expect(state.viewState().selection == "attract-food")
    press(&state, .home)
    #expect(state.viewState().selection == "programme/growth")
    press(&state, .enter)
    #expect(state.viewState().isOpen)
    press(&state, .escape)
    #expect(!state.viewState().isOpen)
  }

  @Test func `space shows the same from the other side`() throws {
    var state = try Fixture.smallState("tasks")
    press(&state, .down, .character(" "))
    #expect(state.viewState().selection == "organisation/economy-office")
    press(&state, .character(" "))
    #expect(state.viewState().selection == "raise-machinery")
  }

  @Test(arguments: [Key.enter, .right])
  func `from a detail it goes to the worst target and back`(key: Key) throws {
    var state = try Fixture.smallState("tasks")
    press(&state, .down, .enter, key)
    #expect(state.view == "targets")
    #expect(state.viewState().selection == "district-output-2025")
    #expect(state.viewState().isOpen)
    _ = update(&state, .key(.escape))
    #expect(state.view == "tasks")
    #expect(state.viewState().isOpen)
    #expect(state.viewState().selection == "raise-machinery")
  }

  @Test(arguments: [Key.character("c"), .character(".")])
  func `plans are filtered one after the other`(key: Key) throws {
    var state = try Fixture.builtInState("tasks")
    let plans = TaskBoard(state.board).plans.map(\.id)
    #expect(plans.count > 1)
    for plan in plans {
      press(&state, key)
      #expect(state.viewState().filters["plan"] == plan)
      #expect(panel.page(state).groups.map(\.plan?.id) == [plan])
    }
    press(&state, key)
    #expect(state.viewState().filters["plan"] == nil)
  }

  @Test func `typed text filters by task and by unit`() throws {
    var state = try Fixture.smallState("tasks", .zh)
    press(&state, .character(","), .character("食"), .character("品"))
    #expect(state.viewState().input == "食品")
    #expect(panel.page(state).items.map(\.key) == ["programme/growth", "attract-food"])
    press(&state, .backspace, .backspace, .character("经"), .enter)
    #expect(panel.page(state).items.map(\.key) == ["programme/growth", "raise-machinery"])
    press(&state, .character(" "))
    #expect(panel.page(state).items.map(\.key) == ["organisation/economy-office"])
    press(&state, .delete)
    #expect(panel.page(state).items.count == 2)
    press(&state, .character(","), .character("x"), .escape)
    #expect(state.viewState().filters["text"] == nil)
  }

  @Test func `another view may select a task, a programme or a unit by its id`() throws {
    var state = try Fixture.smallState("overview")
    state.go(to: "tasks", selecting: "economy-office", open: true)
    #expect(body(state).lines.first?.hasPrefix("Economy Office") == true)
    press(&state, .escape)
    #expect(state.view == "overview")
    state.go(to: "tasks", selecting: "economy-office")
    press(&state, .up)
    #expect(state.viewState().selection == "organisation/investment-office")
    state.go(to: "tasks", selecting: "growth")
    #expect(panel.page(state).items.map(\.key).first == "programme/growth")
    state.go(to: "tasks", selecting: "attract-food", open: true)
    #expect(body(state).lines.first?.hasPrefix("2 Attract food firms") == true)
  }

  @Test func `a programme counts what the tasks below it are to deliver`() throws {
    var state = try Fixture.builtInState("tasks", .zh)
    state.updateView { $0.filters["text"] = "经信委" }
    let groups = panel.page(state).groups
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

  @Test func `an opened record stays although a filter leaves it out`() throws {
    var state = try Fixture.smallState("tasks", .zh)
    state.updateView { $0.filters["text"] = "食品" }
    state.go(to: "tasks", selecting: "raise-machinery", open: true)
    #expect(body(state).lines.first?.hasPrefix("1 培育机械产业") == true)
  }

  // MARK: Sources

  @Test func `a task cites itself, its programme and what it must move`() throws {
    var state = try Fixture.smallState("tasks")
    press(&state, .down)
    let statements = panel.statements(state)
    #expect(statements.prefix(2).map(\.label.en) == ["1 Raise machinery", "Growth of industry"])
    #expect(statements.first?.citations.first?.line == 18)
    #expect(statements.compactMap(\.figure).prefix(2) == ["district-output-2022", "district-output-2025"])
  }

  @Test func `an indicator of a task cites the words of the task that print it`() throws {
    var state = try Fixture.smallState("tasks", .zh)
    press(&state, .down)
    let statement = try #require(panel.statements(state).first { $0.value.zh == "责任指标" })
    #expect(statement.label.zh == "规上工业总产值")
    #expect(statement.citations.map(\.line) == [18] && statement.citations.map(\.printed) == ["规上工业总产值"])
  }

  @Test func `what a document sets is never said to be set by none`() throws {
    for language in Language.allCases {
      var state = try Fixture.builtInState("tasks", language, width: 120, height: 36)
      for task in state.dataset.programmes.flatMap(\.tasks) where !task.indicators.isEmpty {
        state.go(to: "tasks", selecting: task.id, open: true)
        let isUnset = task.indicators.contains { link in
          !state.board.figures.contains {
            $0.plan != nil && $0.indicator == link.indicator && $0.subject == link.subject
          }
        }
        let lines = body(state).lines
        let says = lines.contains { $0.contains("没有文件设目标") || $0.contains("no document sets a target") }
        #expect(says == isUnset, "\(task.id)")
      }
      state.go(to: "tasks", selecting: "sc-task-1", open: true)
      #expect(
        body(state).lines.contains {
          $0.contains(language == .zh ? "百亿产业" : "10bn industries") && $0.contains("3")
        })
    }
  }

  @Test func `a unit cites itself and its tasks`() throws {
    var state = try Fixture.smallState("tasks")
    press(&state, .character(" "))
    let labels = panel.statements(state).prefix(3).map(\.label.en)
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
