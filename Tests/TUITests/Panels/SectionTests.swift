import Testing

@testable import Canvas
@testable import Domain
@testable import Output
@testable import Panels

struct SectionTests {
  /// Each field of a page of an opened record is in the lines that the screen draws.
  @Test(arguments: PanelRegistry.all.map(\.id), Language.allCases)
  func `screen and page have the same fields`(
    view: String, language: Language
  ) throws {
    var stage = try Fixture.stage(view, language)
    stage.press(.enter)
    // An entry of the overview opens in its own view.
    try #require(stage.view.isOpen == (view != "overview"))
    guard stage.view.isOpen else { return }
    let sections = stage.panel.sections(stage.view, in: stage.context.forPlainText)
    let drawn = sections.lines(width: 200).map(\.text.singlySpaced).joined(separator: "\n")
    // The first block has the day of the board.
    for case .fields(let fields) in stage.page.blocks.dropFirst() {
      // The screen names only the first unit of a task.
      for field in fields where !["任务", "Task"].contains(field.label) {
        for text in field.value.text.split(separator: "；") { #expect(drawn.contains(text)) }
      }
    }
  }

  @Test func `a wrapped row stays one field of a page`() throws {
    let section = Section([.fields([Section.Field("Name", "one two three four")], labelWidth: 6)])
    #expect(
      [section].block(width: 16, indent: 6).rows(width: 16).map(\.text) == [
        "Name  one two ", "      three four",
      ])
    var page = Page(title: "")
    page.add([section], try Fixture.stage("targets").context)
    #expect(page.blocks == [.fields([Page.Field("Name", "one two three four")])])
  }

  @Test func `a long label moves the values of all fields`() {
    let fields = [Section.Field("Unit", "one"), Section.Field("Cooperating unit", "two three")]
    let section = Section([.fields(fields, labelWidth: 6)])
    #expect(
      [section].block(width: 60, indent: 6).rows(width: 60).map(\.text) == [
        "Unit             one", "Cooperating unit two three",
      ])
    // In a narrow place only its own value.
    #expect(
      [section].block(width: 24, indent: 6).rows(width: 24).map(\.text) == [
        "Unit  one", "Cooperating unit two ", "      three",
      ])
  }

  @Test func `the notes of a row stand behind its last text`() throws {
    let context = try Fixture.stage("targets").context
    let cited = try #require(context.dataset.figures.first).citations
    let columns = ["a", "b", "c"].map { Table.Column($0, width: 1) }
    let rows: [[Table.Content]] = [
      [.text("1"), .text("2"), .text("")], [.text("1"), .text(""), .text("3")],
      [.text("1"), .text(""), .text("")],
    ]
    var page = Page(title: "")
    page.add([Section([.list(columns, rows, citations: rows.map { _ in cited })])], context)
    guard case .table(let sheet)? = page.blocks.first else {
      Issue.record("no table")
      return
    }
    #expect(
      sheet.rows.map { $0.map { !$0.notes.isEmpty } } == [
        [false, true, false], [false, false, true], [true, false, false],
      ])
  }

  @Test func `a hint is on the screen alone`() throws {
    let section = Section("Projects", remark: "printed here", hint: [Span("v shows them")], [.text(["one"])])
    #expect([section].lines(width: 80).map(\.text) == ["Projects  printed here  v shows them", "one"])
    var page = Page(title: "")
    page.add([section], try Fixture.stage("targets").context)
    #expect(page.blocks == [.heading("Projects printed here", level: 2), .paragraph("one")])
  }

  @Test func `sections without content leave no blank line`() {
    let sections = [
      Section([.fields([Section.Field("Name", "")], labelWidth: 6)]), Section([.text(["one"])]),
    ]
    #expect(sections.lines(width: 80).map(\.text) == ["one"])
  }
}
