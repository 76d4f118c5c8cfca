import CMinizip
import Glibc
import Testing

@testable import Output

/// Writes workbooks for tests: their parts as XML, packed with the library that reads them.
struct WorkbookBuilder {
  /// The parts of the archive by name, in order.
  var parts: [(name: String, text: String)] = []

  /// A workbook with sheets of raw XML: what is between `<worksheet>` and its end.
  init(
    sheets: [(name: String, xml: String)], texts: [String] = [], formats: [String] = [],
    workbook properties: String = "", attributes: [String: String] = [:]
  ) {
    func relation(_ id: String, _ kind: String, _ target: String) -> String {
      "<Relationship Id=\"\(id)\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/\(kind)\" Target=\"\(target)\"/>"
    }
    func relations(_ all: [String]) -> String {
      "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">\(all.joined())</Relationships>"
    }
    let numbered = sheets.enumerated()
    let list = numbered.map { number, sheet in
      "<sheet name=\"\(sheet.name)\" sheetId=\"\(number + 1)\" \(attributes[sheet.name] ?? "") r:id=\"s\(number)\"/>"
    }
    let codes = formats.enumerated().map { "<numFmt numFmtId=\"\(200 + $0)\" formatCode=\"\($1)\"/>" }
    let styles = formats.indices.map { "<xf numFmtId=\"\(200 + $0)\"/>" }
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    parts = [
      ("[Content_Types].xml", "<Types/>"),
      ("_rels/.rels", relations([relation("w", "officeDocument", "xl/workbook.xml")])),
      (
        "xl/workbook.xml",
        "<workbook xmlns=\"\(main)\" xmlns:r=\"r\">\(properties)<sheets>\(list.joined())</sheets></workbook>"
      ),
      (
        "xl/_rels/workbook.xml.rels",
        relations(
          numbered.map { number, _ in relation("s\(number)", "worksheet", "worksheets/sheet\(number + 1).xml")
          }
            + [
              relation("t", "sharedStrings", "/xl/sharedStrings.xml"),
              relation("y", "styles", "./styles.xml"),
            ])
      ),
      ("xl/sharedStrings.xml", "<sst xmlns=\"\(main)\">\(texts.map { "<si>\($0)</si>" }.joined())</sst>"),
      (
        "xl/styles.xml",
        "<styleSheet xmlns=\"\(main)\"><numFmts>\(codes.joined())</numFmts><cellStyleXfs><xf numFmtId=\"9\"/></cellStyleXfs><cellXfs><xf numFmtId=\"0\"/>\(styles.joined())</cellXfs></styleSheet>"
      ),
    ]
    for (number, sheet) in numbered {
      parts.append(
        (
          "xl/worksheets/sheet\(number + 1).xml",
          "<?xml version=\"1.0\" encoding=\"UTF-8\"?><worksheet xmlns=\"\(main)\">\(sheet.xml)</worksheet>"
        ))
    }
  }

  /// A workbook with one sheet of texts.
  init(_ rows: [[String]]) {
    self.init(sheets: [("Sheet1", WorkbookBuilder.data(rows))])
  }

  /// Returns the XML of rows of texts; what begins with `<` is a cell of its own.
  static func data(_ rows: [[String]]) -> String {
    let lines = rows.enumerated().map { row, cells in
      let text = cells.enumerated().map { column, cell in
        cell.hasPrefix("<") || cell.isEmpty
          ? cell
          : "<c r=\"\(Grid.letters(column))\(row + 1)\" t=\"inlineStr\"><is><t>\(cell)</t></is></c>"
      }
      return "<row r=\"\(row + 1)\">\(text.joined())</row>"
    }
    return "<sheetData>\(lines.joined())</sheetData>"
  }

  mutating func set(_ name: String, to text: String?) {
    parts.removeAll { $0.name == name }
    if let text { parts.append((name, text)) }
  }

  /// The bytes of the archive.
  func bytes() throws -> [UInt8] {
    let directory = try TemporaryDirectory()
    let path = directory.path("book.xlsx")
    let file = try #require(zipOpen64(path, 0))
    for part in parts {
      try #require(
        zipOpenNewFileInZip64(file, part.name, nil, nil, 0, nil, 0, nil, Int32(Z_DEFLATED), 6, 0) == ZIP_OK)
      let text = Array(part.text.utf8)
      try #require(zipWriteInFileInZip(file, text, UInt32(text.count)) == ZIP_OK)
      try #require(zipCloseFileInZip(file) == ZIP_OK)
    }
    try #require(zipClose(file, nil) == ZIP_OK)
    return try Repository.bytes(path)
  }
}
