import Testing

@testable import App
@testable import Canvas
@testable import Domain
@testable import Panels
@testable import Store

/// Exported files and copied figures.
extension AnywhereTests {
  @Test func `the view is exported as Markdown or CSV without a letter key`() throws {
    var state = try Fixture.smallState("targets")
    state.press(.function(12))
    #expect(state.overlay == .export)
    #expect(state.screen.contains { $0.contains("qjboard-targets-2024-11-15.md") })
    let markdown = update(&state, .key(.enter))
    guard case .write("qjboard-targets-2024-11-15.md", let bytes)? = markdown else {
      Issue.record("\(String(describing: markdown))")
      return
    }
    #expect(String(decoding: bytes, as: UTF8.self).hasPrefix("# "))
    #expect(state.overlay == nil)
    state.press(.character("e"), .down)
    guard case .write("qjboard-targets-2024-11-15.csv", let table)? = update(&state, .key(.enter)) else {
      Issue.record("no table")
      return
    }
    let lines = String(decoding: table, as: UTF8.self).split(separator: "\r\n")
    #expect(lines.count == state.board.targets.count { !$0.isSecondary } + 1)
    // Numbers without sign or unit, each in its column.
    let head = lines[0].dropFirst().split(separator: ",", omittingEmptySubsequences: false)
    let row = try #require(lines.first { $0.hasPrefix("food-output-2025,") })
      .split(separator: ",", omittingEmptySubsequences: false)
    let cells = Dictionary(uniqueKeysWithValues: zip(head, row))
    #expect(cells["Actual"] == "30" && cells["Actual period"] == "2022" && cells["Target"] == "70")
    #expect(cells["Unit"] == "x100M yuan" && cells["Disputed"] == "no" && cells["Line"] != nil)
    state.press(.character("e"), .character("9"))
    #expect(state.overlay == .export, "no such choice")
    #expect(
      update(&state, .key(.character("2"))) == .write(name: "qjboard-targets-2024-11-15.csv", bytes: table))
    _ = update(&state, .written(name: "a.md"))
    #expect(state.notice == Feedback(Name(zh: "已写入 a.md", en: "written: a.md")))
    _ = update(&state, .notWritten(name: "a.md", reason: Name(zh: "磁盘已满", en: "the disk is full")))
    #expect(state.notice?.isProblem == true)
  }

  @Test func `an export in a session that cannot write is refused`() throws {
    var state = try Fixture.smallState("targets")
    state.mayWrite = false
    state.expect(.character("e")) { $0.sayProblem("本会话不允许写文件", "this session cannot write files") }
  }

  @Test func `the figure is copied with its source`() throws {
    var state = try Fixture.builtInState("targets")
    guard case .copy(let text)? = update(&state, .key(.function(11))) else {
      Issue.record("nothing copied")
      return
    }
    #expect(text.contains("：") && text.contains("（《"))
    #expect(state.notice?.text.zh == "已复制：\(text)")
    // All of it is seen, on as many lines as it takes.
    let shown = Frame.render(state).lines.suffix(8).joined().filter { $0 != " " }
    #expect(shown.contains(text.filter { $0 != " " }))
    state.mayCopy = false
    #expect(update(&state, .key(.character("y"))) == nil)
    #expect(state.notice?.isProblem == true)
  }
}
