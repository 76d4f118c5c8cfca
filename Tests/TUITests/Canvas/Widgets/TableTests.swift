import Testing

@testable import Canvas
@testable import Domain

struct TableTests {
  private typealias Column = Canvas.Table.Column
  private typealias Row = Canvas.Table.Row

  private let columns = [
    Column("Name", width: 4, flex: 1, priority: 1), Column("Val", width: 3, alignment: .right, priority: 8),
    Column("Bar", width: 5, priority: 2), Column("St", width: 2, priority: 5),
  ]

  private func rows(_ count: Int) -> [Row] {
    (0..<count).map { Row([.text("row\($0)"), .text("\($0 * 11)")]) }
  }

  private func render(
    _ table: Canvas.Table, _ width: Int, _ height: Int, glyphs: Glyphs = .blocks
  ) -> Buffer {
    drawn(width, height) { table.render(in: $0, into: &$1, glyphs: glyphs) }
  }

  // MARK: Layout

  @Test(arguments: [
    (19, [6, 3, 5, 2]), (17, [4, 3, 5, 2]), (16, [9, 3, 2]), (11, [4, 3, 2]), (10, [6, 3]), (8, [4, 3]),
    (7, [7]), (3, [3]), (0, [0]),
  ])
  func `columns of little priority go first, the first never`(width: Int, widths: [Int]) {
    let layout = Canvas.Table(columns: columns, rows: []).layout(width: width)
    #expect(layout.map(\.width) == widths)
    let kept = [[0], [0, 1], [0, 1, 3], [0, 1, 2, 3]][widths.count - 1]
    #expect(layout.map(\.index) == kept)
  }

  @Test func `spare room is shared among flexible columns without a rest`() {
    let columns = [
      Column("", width: 2, flex: 1), Column("", width: 2), Column("", width: 2, flex: 3),
      Column("", width: 2, flex: 1),
    ]
    for width in 11...60 {
      let layout = Canvas.Table(columns: columns, rows: []).layout(width: width)
      #expect(layout.map(\.width).reduce(0, +) + 3 == width)
      #expect(layout[1].width == 2)
    }
    #expect(Canvas.Table(columns: columns, rows: []).layout(width: 21).map(\.width) == [4, 2, 8, 4])
  }

  @Test func `without flexible columns the room stays empty`() {
    let table = Canvas.Table(columns: [Column("", width: 2), Column("", width: 3)], rows: [])
    #expect(table.layout(width: 50).map(\.width) == [2, 3])
  }

  @Test func `no columns are not table`() {
    let table = Canvas.Table(columns: [], rows: rows(3), selection: 1)
    #expect(render(table, 6, 4).lines == ["", "", "▌", ""])
  }

  // MARK: Drawing

  @Test func `header, rows and the cursor`() {
    let table = Canvas.Table(columns: Array(columns.prefix(2)), rows: rows(3), selection: 1)
    let buffer = render(table, 12, 5)
    expectLines(
      buffer,
      [
        " Name    Val",
        " row0      0",
        "▌row1     11",
        " row2     22",
        "",
      ])
    #expect(buffer.style(1, 0) == Style(.muted))
    #expect(buffer.style(0, 2) == Style(.accent, on: .selection))
    #expect((1..<12).allSatisfy { buffer.style($0, 2)?.background == .selection })
    #expect((0..<12).allSatisfy { buffer.style($0, 1) == Style() })
    #expect((0..<12).allSatisfy { buffer.style($0, 3) == Style() })
  }

  @Test func `the cursor keeps what a cell has as its own background`() {
    let table = Canvas.Table(
      columns: [Column("", width: 3), Column("", width: 4)],
      rows: [
        Row([.text("abc", Style(.conflict, on: .conflict)), .bar(ProgressBar(value: 0.5, role: .behind))])
      ],
      selection: 0, hasHeader: false)
    let buffer = render(table, 9, 1)
    #expect(buffer.lines == ["▌abc ██──"])
    #expect(buffer.style(1, 0) == Style(.conflict, on: .conflict))
    #expect(buffer.style(4, 0) == Style(.plain, on: .selection, .solid))
    #expect(buffer.style(5, 0) == Style(.behind, on: .selection, .solid))
    #expect(buffer.style(7, 0) == Style(.track, on: .selection, .solid))
  }

  @Test func `a header needs a third row`() {
    let table = Canvas.Table(columns: Array(columns.prefix(2)), rows: rows(2))
    #expect(render(table, 12, 2).lines == [" row0      0", " row1     11"])
    #expect(render(table, 12, 3).lines.first == " Name    Val")
  }

  @Test func `a heading takes the whole row and no cursor`() {
    let table = Canvas.Table(
      columns: [Column("", width: 4)],
      rows: [Row(heading: Line("A very long heading", .title)), Row([.text("a")])], selection: 1,
      hasHeader: false)
    let buffer = render(table, 8, 2)
    #expect(buffer.lines == ["A very …", "▌a"])
    #expect(buffer.style(0, 0) == Style(.title))
    #expect(render(table, 8, 2, glyphs: .ascii).lines == ["A very..", ">a"])
  }

  @Test func `rows may have fewer and more cells than columns`() {
    let table = Canvas.Table(
      columns: [Column("", width: 2), Column("", width: 2)],
      rows: [Row([]), Row([.text("a")]), Row([.text("a"), .text("b"), .text("c")])], hasHeader: false)
    #expect(render(table, 9, 3).lines == ["", " a", " a  b"])
  }

  @Test func `wide characters are never cut`() {
    func cut(_ width: Int, _ glyphs: Glyphs = .blocks) -> String {
      let table = Canvas.Table(
        columns: [Column("", width: width), Column("", width: 1)],
        rows: [Row([.text("黔江新材料"), .text("|")])], hasHeader: false)
      return render(table, width + 3, 1, glyphs: glyphs).lines[0]
    }
    #expect(cut(10) == " 黔江新材料 |")
    #expect(cut(9) == " 黔江新材… |")
    #expect(cut(8) == " 黔江新…  |")
    #expect(cut(2) == " …  |")
    #expect(cut(1) == " … |")
    #expect(cut(9, .ascii) == " 黔江新..  |")
  }

  @Test func `a long heading of wide characters ends before the edge`() {
    let table = Canvas.Table(
      columns: [], rows: [Row(heading: "黔江新材料"), Row(heading: "黔江")], hasHeader: false)
    #expect(render(table, 4, 2).lines == ["黔…", "黔江"])
  }

  @Test func `spacing leaves rows blank between rows`() {
    var table = Canvas.Table(columns: [Column("", width: 5)], rows: rows(3), selection: 2, hasHeader: false)
    table.spacing = 1
    #expect(render(table, 6, 5).lines == [" row0", "", " row1", "", "▌row2"])
    #expect(render(table, 6, 4).lines == [" row1", "", "▌row2", ""])
    #expect(render(table, 6, 1).lines == ["▌row2"])
    table.selection = nil
    #expect(render(table, 6, 4).lines == [" row0", "", " row1", "↓"])
  }

  // MARK: Scrolling

  @Test func `a mark shows that there is more`() {
    let table = Canvas.Table(columns: [Column("", width: 4)], rows: rows(5), selection: 0, hasHeader: false)
    let buffer = render(table, 7, 3)
    #expect(buffer.lines == ["▌row0", " row1", "↓row2"])
    #expect(buffer.style(0, 2) == Style(.accent))
    #expect(render(table, 7, 3, glyphs: .ascii).lines == [">row0", " row1", "vrow2"])
    #expect(render(table, 7, 5).lines.last == " row4")
  }

  @Test func `the mark hides no part of a figure`() {
    let table = Canvas.Table(
      columns: [Column("", width: 4), Column("", width: 4, alignment: .right)],
      rows: (0..<3).map { Row([.text("a"), .text("2.8\($0)")]) }, selection: 0, hasHeader: false)
    #expect(render(table, 10, 2).lines == ["▌a    2.80", "↓a    2.81"])
    #expect(render(table, 10, 1).lines == ["▌a    2.80"])
  }

  @Test func `scrolling keeps the selection visible and the page full`() {
    for height in 1...12 {
      for selection in 0..<10 {
        let table = Canvas.Table(
          columns: [Column("", width: 4)], rows: rows(10), selection: selection, hasHeader: false)
        let lines = render(table, 8, height).lines
        #expect(lines.contains { $0.hasPrefix("▌row\(selection)") }, "\(height) rows, \(selection)")
        #expect(lines.filter { $0.contains("row") }.count == min(10, height))
      }
    }
  }

  @Test func `the mark of a conflict is quieter than its figure`() {
    let table = Canvas.Table(
      columns: [Column("", width: 6), Column("", width: 6, alignment: .right)],
      rows: [Row([.text("40≠", .strong), .text("7≠", .strong)])], hasHeader: false)
    let buffer = render(table, 15, 1)
    #expect(buffer.lines == [" 40≠        7≠"])
    #expect(buffer.style(2, 0) == Style(.strong) && buffer.style(3, 0) == Style(.muted))
    #expect(buffer.style(12, 0) == Style(.strong) && buffer.style(13, 0) == Style(.muted))
  }

  @Test(arguments: [-1, 10, 99]) func `a selection out of range is safe`(selection: Int) {
    let table = Canvas.Table(
      columns: [Column("", width: 4)], rows: rows(10), selection: selection, hasHeader: false)
    let lines = render(table, 8, 3).lines
    #expect(lines.filter { $0.contains("row") }.count == 3)
    #expect(!lines.contains { $0.hasPrefix("▌") })
  }

  @Test(arguments: [(0, 0), (1, 0), (0, 1), (1, 1), (2, 2)])
  func `the smallest areas are safe`(width: Int, height: Int) {
    var table = Canvas.Table(columns: columns, rows: rows(3) + [Row(heading: "heading")], selection: 2)
    table.spacing = 2
    #expect(render(table, width, height).cells.count == width * height)
    table.selection = nil
    #expect(render(table, width, height).cells.count == width * height)
  }
}
