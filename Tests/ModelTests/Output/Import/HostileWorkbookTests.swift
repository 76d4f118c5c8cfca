import Domain
import Testing

@testable import Output

/// Workbooks that were made to do harm, or are damaged, are refused with a reason.
struct HostileWorkbookTests {
  private func refusal(_ bytes: [UInt8]) -> String {
    do {
      let book = try Workbook(bytes)
      for sheet in book.sheets { _ = try book.grid(sheet) }
      return ""
    } catch {
      return error.faults.map { $0.text("t", .en) }.joined(separator: "\n")
    }
  }

  private func refusal(sheet xml: String) throws -> String {
    try refusal(WorkbookBuilder(sheets: [("S", xml)]).bytes())
  }

  @Test func `a document type is refused, whatever its entities are`() throws {
    let external = "<!DOCTYPE sst [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><sst><si><t>&x;</t></si></sst>"
    let laughs =
      "<!DOCTYPE sst [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;\">]><sst><si><t>&b;</t></si></sst>"
    for text in [external, laughs] {
      var builder = WorkbookBuilder([["甲", "乙"]])
      builder.set("xl/sharedStrings.xml", to: text)
      #expect(try refusal(builder.bytes()).contains("declares a document type (DTD)"))
    }
  }

  @Test func `a part that unpacks to hundreds of times its size is refused`() throws {
    let message = try refusal(sheet: "<sheetData/>" + String(repeating: " ", count: 40 << 20))
    #expect(message.contains("too large when unpacked (xl/worksheets/sheet1.xml)"))
  }

  @Test func `a dimension that lies costs nothing, a cell far away is refused`() throws {
    let row = "<dimension ref=\"A1:XFD1048576\"/><sheetData><row r=\"1048576\"><c r=\"A1048576\"><v>1</v></c>"
    let book = try Workbook(WorkbookBuilder(sheets: [("S", row + "</row></sheetData>")]).bytes())
    let grid = try book.grid(book.sheets[0])
    #expect(grid.count == 1 && grid.width == 1 && grid.number(0) == 1_048_576)
    #expect(
      try refusal(sheet: row + "<c r=\"XFD1048576\"><v>2</v></c></row></sheetData>")
        == "t:1048576: error: the table is too large; at most 1000000 rows, 1000 columns and 10000000 cells")
  }

  @Test(arguments: [
    "<sheetData><row r=\"2\"/><row r=\"1\"/></sheetData>", "<sheetData><row r=\"0\"/></sheetData>",
    "<sheetData><row r=\"9999999999\"/></sheetData>",
    "<sheetData><row r=\"1\"><c r=\"B1\"/><c r=\"A1\"/></row></sheetData>",
    "<sheetData><row r=\"1\"><c r=\"7\"/></row></sheetData>",
    "<sheetData><row r=\"1\"><c t=\"s\"><v>9</v></c></row></sheetData>",
    "<sheetData><row r=\"1\"><c t=\"s\"><v>-1</v></c></row></sheetData>", "<sheetData><row></sheetData>",
  ])
  func `cells out of order or without their text are damage`(_ xml: String) throws {
    #expect(try refusal(sheet: xml).contains("the workbook is damaged"))
  }

  @Test func `elements nested without end and tags without end are refused`() throws {
    #expect(try refusal(sheet: String(repeating: "<a>", count: 100_000)).contains("damaged"))
    let long = (0..<(3 << 20)).map { _ in "x" }.joined()
    #expect(try !refusal(sheet: "<sheetData a=\"\(long)").isEmpty)
  }

  @Test func `names of parts lead nowhere`() throws {
    var builder = WorkbookBuilder([["甲", "乙"]])
    let relations = try #require(builder.parts.first { $0.name == "xl/_rels/workbook.xml.rels" }?.text)
    builder.set(
      "xl/_rels/workbook.xml.rels",
      to: relations.replacing("worksheets/sheet1.xml", with: "../../../../etc/passwd"))
    #expect(
      try refusal(builder.bytes()) == "t: error: the workbook has no part 'etc/passwd'; it may be damaged")
    builder.set(
      "xl/_rels/workbook.xml.rels",
      to: relations.replacing(
        "worksheets/sheet1.xml\"", with: "http://example.com/a\" TargetMode=\"External\""))
    #expect(try refusal(builder.bytes()) == "t: error: the workbook has no worksheet")
  }

  @Test func `a workbook that is cut or changed anywhere is read or refused`() throws {
    let rows = [["项目名称", "总投资（万元）"], ["甲", "<c r=\"B2\" s=\"0\"><v>12</v></c>"]]
    let bytes = try WorkbookBuilder(rows).bytes()
    #expect(refusal(bytes) == "")
    for count in stride(from: 0, to: bytes.count, by: 7) {
      #expect(!refusal(Array(bytes.prefix(count))).isEmpty, "cut to \(count)")
    }
    for place in stride(from: 0, to: bytes.count, by: 3) {
      var changed = bytes
      changed[place] ^= 0x55
      _ = refusal(changed)
    }
  }
}
