import Domain
import Testing

@testable import Output

/// The cells of a workbook as a grid.
struct WorkbookTests {
  /// Returns the cells of the first sheet, row by row.
  static func grid(_ builder: WorkbookBuilder) throws -> Grid {
    let book = try Workbook(builder.bytes())
    return try book.grid(book.sheets[0])
  }

  private func texts(
    _ cells: String, formats: [String] = [], texts: [String] = [], workbook: String = ""
  ) throws -> [String] {
    let xml = "<sheetData><row r=\"1\">\(cells)</row></sheetData>"
    let grid = try WorkbookTests.grid(
      WorkbookBuilder(sheets: [("S", xml)], texts: texts, formats: formats, workbook: workbook))
    return grid.count == 0 ? [] : grid.texts(0)
  }

  @Test(arguments: [
    ("0.091", "0.0%", "9.1%"), ("0.07", "0%", "7%"), ("0.00012", "0.00%", "0.012%"), ("1.2", "0%", "120%"),
    ("-0.035", "0.0%;[Red]-0.0%", "-3.5%"), ("8.5600000000000005", "0.00", "8.56"),
    ("0.30000000000000004", "General", "0.3"), ("1.2E5", "0.00E+00", "120000"), ("1E-3", "General", "0.001"),
    ("44270", "yyyy\\-mm\\-dd", "2021-03-15"), ("44270.75", "yyyy/m/d h:mm", "2021-03-15"),
    ("45444", "yyyy&quot;年&quot;m&quot;月&quot;;@", "2024-06"),
    ("45444", "[$-804]yyyy\"年\"m\"月\"d\"日\"", "2024-06-01"),
    ("45444", "yyyy", "2024"), ("45444", "mmm-yy", "2024-06"), ("0.375", "h:mm", "09:00"),
    ("1", "yyyy/m/d", "1900-01-01"), ("59", "yyyy/m/d", "1900-02-28"), ("61", "yyyy/m/d", "1900-03-01"),
    ("120000", "#,##0.00_);(#,##0.00)", "120000"), ("3.5", "0.0\"亿元\"", "3.5亿元"),
    ("5000", "[$¥-804]#,##0", "¥5000"),
    ("12", "_ * #,##0_ ;_ * -#,##0_ ;_ * \"-\"??_ ;_ @_ ", "12"), ("3", "0_);[Red]\\(0\\)", "3"),
    ("2023", "General", "2023"), ("1234567890123456", "0", "1.23456789012346e+15"),
  ])
  func `numbers are read as their format shows them`(_ raw: String, _ format: String, _ shown: String) throws
  {
    let code = format.replacing("\"", with: "&quot;")
    #expect(try texts("<c r=\"A1\" s=\"1\"><v>\(raw)</v></c>", formats: [code]) == [shown])
  }

  @Test func `days are counted from 1904 where the workbook says so`() throws {
    let cell = "<c r=\"A1\" s=\"1\"><v>42808</v></c>"
    #expect(
      try texts(cell, formats: ["yyyy/m/d"], workbook: "<workbookPr date1904=\"1\"/>") == ["2021-03-15"])
    #expect(
      try texts(cell, formats: ["yyyy/m/d"], workbook: "<workbookPr date1904=\"0\"/>") == ["2017-03-14"])
  }

  @Test func `shared, rich and inline texts, formulas and truths`() throws {
    let cells = """
      <c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="inlineStr"><is><r><t>甲</t></r><r><t xml:space="preserve"> 乙</t></r></is></c>\
      <c r="E1" t="str"><f>A1</f><v>丁_x000D_戊</v></c><c r="F1"><f>1+1</f><v>2</v></c><c r="G1" t="b"><v>1</v></c><c r="H1" t="d"><v>2024-05-31T00:00:00</v></c>
      """
    let shared = ["<t>一</t>", "<r><t>二</t></r><r><t>三</t></r><rPh sb=\"0\" eb=\"1\"><t>ふりがな</t></rPh>"]
    #expect(try texts(cells, texts: shared) == ["一", "二三", "甲 乙", "", "丁\r戊", "2", "TRUE", "2024-05-31"])
  }

  @Test func `rows and columns keep their places, and merged and hidden ones are known`() throws {
    let xml = """
      <cols><col min="2" max="3" hidden="1"/></cols><sheetData><row r="3"><c r="B3"><v>1</v></c></row><row r="5" hidden="1"><c r="B5"><v>2</v></c></row>\
      <row r="6" hidden="true"><c r="B6"/></row><row r="7"><c r="D7"><v>3</v></c></row></sheetData><mergeCells><mergeCell ref="B3:B6"/><mergeCell ref="A9:B12"/></mergeCells>
      """
    let grid = try WorkbookTests.grid(WorkbookBuilder(sheets: [("月 报", xml)]))
    #expect((0..<grid.count).map(grid.number) == [3, 5, 7] && grid.place(1, 1) == "'月 报'!B5")
    #expect(grid.merged == [.init(rows: 0...1, columns: 1...1)] && grid.continued(1) == [1])
    #expect(
      grid.remarks.map(\.en) == [
        "hidden, but read: rows 5; columns B-C; leave rows out with --label ROW=note, columns with --map COLUMN=-"
      ])
  }

  @Test func `a prefix of the namespace changes nothing`() throws {
    var builder = WorkbookBuilder([])
    builder.set(
      "xl/worksheets/sheet1.xml",
      to:
        "<x:worksheet xmlns:x=\"m\"><x:sheetData><x:row r=\"1\"><x:c r=\"A1\"><x:v>5</x:v></x:c></x:row></x:sheetData></x:worksheet>"
    )
    #expect(try WorkbookTests.grid(builder).texts(0) == ["5"])
  }
}
