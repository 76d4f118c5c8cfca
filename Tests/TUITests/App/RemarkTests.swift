import Testing

@testable import App
@testable import Canvas
@testable import Domain
@testable import Panels

/// The line above the footer, which explains the record under the cursor.
struct RemarkTests {
  private func line(_ state: AppState) -> String {
    let lines = Frame.render(state).lines
    return lines.count > 2 ? lines[lines.count - 2] : ""
  }

  private func target(_ indicator: String, _ language: Language = .zh) throws -> AppState {
    var state = try Fixture.builtInState("targets", language, width: 80, height: 24)
    let row = try #require(state.board.headline(indicator))
    state.updateView { $0.select(row.target.id) }
    return state
  }

  @Test func `≠ names the two documents and what each says`() throws {
    #expect(
      line(try target("gross-output"))
        == " ≠ 十四五规划 350亿元，工业强城方案、2023年初报道 400亿元 │ 责任单位未列明")
    #expect(
      line(try target("gross-output", .en))
        == " ≠ 14th FYP ¥35bn; Strong City plan, Early 2023 press ¥40bn │ no lead named")
  }

  @Test func `two values of one document are named once`() throws {
    #expect(line(try target("emerging-share")).contains("≠ 十四五规划 ≥10%和10%，工业强城方案 20%"))
  }

  @Test func `◇ tells since when no figure is published`() throws {
    #expect(line(try target("value-added")).hasPrefix(" ◇ 2020年后未公布 │ ≠ 十四五规划 120亿元"))
  }

  @Test func `a task names who leads and who helps`() throws {
    var state = try Fixture.builtInState("tasks", .zh, width: 120, height: 36)
    let task = try #require(
      state.dataset.programmes.lazy.flatMap(\.tasks).first {
        $0.lead == ["jingxinwei"] && !$0.cooperating.isEmpty
      })
    state.updateView { $0.select(task.id) }
    #expect(line(state).hasPrefix(" 牵头 区经济信息委 │ 配合 "))
  }

  @Test(arguments: [(79, 24), (80, 23)])
  func `a smaller screen leaves the row to the view`(width: Int, height: Int) throws {
    var state = try target("gross-output")
    (state.width, state.height) = (width, height)
    #expect(FrameLayout(state).remark.isEmpty)
    #expect(FrameLayout(state).body.height == height - 2)
  }

  @Test func `every view explains its first record`() throws {
    for panel in PanelRegistry.all {
      let state = try Fixture.builtInState(panel.id, .en, width: 80, height: 24)
      #expect(!line(state).allSatisfy { $0 == " " }, "\(panel.id)")
    }
  }

  @Test func `a message takes the line, and the keys stay`() throws {
    var state = try target("gross-output")
    let foot = Frame.render(state).lines.last
    state.say("已写入", "written")
    #expect(line(state).hasPrefix(" 已写入"))
    #expect(Frame.render(state).lines.last == foot)
  }
}
