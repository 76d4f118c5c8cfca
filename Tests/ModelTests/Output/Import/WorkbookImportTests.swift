import Domain
import Testing

@testable import Output

/// Workbooks into the district of `fixtures/offices/district`.
struct WorkbookImportTests {
  private let office = OfficeTableTests()

  private func file(_ bytes: [UInt8], _ name: String = "t.xlsx") throws -> TableFile {
    try TableFile(bytes, name: name, encoding: .auto, delimiter: nil)
  }

  private func grid(
    _ bytes: [UInt8], _ kind: TableImport.Kind, sheet: String? = nil
  ) throws -> Grid {
    var options = TableImport.Options(source: "table")
    options.sheet = sheet
    return try TableImport.grid(
      kind, of: file(bytes), options: options, dataset: Fixture("offices/district").dataset())
  }

  /// The message of a refusal.
  private func refusal(_ body: () throws -> Void) -> String {
    do {
      try body()
      return ""
    } catch {
      return (error as? ImportFailure)?.faults.map { $0.text("t", .en) }.joined(separator: "\n") ?? "\(error)"
    }
  }

  private func bytes(_ name: String) throws -> [UInt8] {
    try Repository.bytes(Repository.path("fixtures/offices/tables/\(name).xlsx"))
  }

  @Test func `the table of a plan with merged cells and formats of percent`() throws {
    let result = try office.put(.observations, grid(bytes("15-plan-form"), .observations), source: "plan")
    #expect(
      result.dataset.figures.map(OfficeTableTests.text) == [
        "gross-output 2020 226.5亿元", "gross-output 2025 350亿元 target", "gross-output 2021/2025 9.1% growth",
        "value-added 2020 52.3亿元", "value-added 2025 120亿元 target", "value-added 2021/2025 18.1% growth",
        "rd-intensity 2020 1.2%", "rd-intensity 2025 2% target",
      ])
    let citation = try #require(result.dataset.figures.last?.citations.first)
    #expect((citation.section, citation.line, citation.printed) == ("主要指标", 5, "2%"))
  }

  @Test func `the second sheet of a workbook, with merged heads, typed dates and formulas`() throws {
    let result = try office.put(.projects, grid(bytes("16-dispatch"), .projects))
    #expect(result.plan.sheet == "重点项目" && result.plan.doubts.isEmpty)
    #expect(result.dataset.projects.map(\.name.zh) == ["智能装备产业园一期", "锂电池正极材料项目"])
    #expect(result.dataset.projects.map(\.clusters) == [["equipment"], ["equipment"]])
    #expect(try result.figures("智能装备产业园一期") == ["investment 2024 12亿元"])
    #expect(try result.figures("锂电池正极材料项目") == ["investment 2024 8.56亿元"])
    #expect(try result.milestones("智能装备产业园一期") == ["started 2021-03-15", "commissioned 2024-12-31?"])
    #expect(try result.milestones("锂电池正极材料项目") == ["started 2022-06-01", "commissioned by 2025?"])
    #expect(try result.project("锂电池正极材料项目").milestones[0].citations.first?.section == "重点项目")
    let again = try office.put(.projects, grid(bytes("16-dispatch"), .projects), into: result.fixture)
    #expect(again.plan.changes.isEmpty)
  }

  // MARK: Cells

  @Test func `errors and formulas without a result are refused with their cell`() throws {
    let rows = [
      ["项目名称", "总投资（万元）", "备注"], ["甲项目", "<c r=\"B2\" t=\"e\"><v>#N/A</v></c>"],
      ["乙项目", "<c r=\"B3\"><f>B2*2</f><v/></c>"],
    ]
    let faults = try office.faults(.projects, grid(WorkbookBuilder(rows).bytes(), .projects))
    #expect(
      faults == [
        "t:2: error: '总投资（万元）': holds the error #N/A; correct its formula or clear the cell  [Sheet1!B2]",
        "t:3: error: '总投资（万元）': the formula has no stored result; open the workbook in Excel or WPS, save it and import again  [Sheet1!B3]",
      ])
  }

  @Test func `a merged cell counts for its rows, a blank one does not`() throws {
    let rows = [
      ["项目名称", "业主", "总投资（万元）", "开工日期"], ["甲项目", "甲公司", "100", "2023-01"], ["乙项目", "", "", "2023-02"],
      ["丙项目", "", "300", "2023-03", "", "见附件"],
    ]
    let merges = "<mergeCells><mergeCell ref=\"B2:B3\"/><mergeCell ref=\"C2:C3\"/></mergeCells>"
    let book = WorkbookBuilder(sheets: [("S", WorkbookBuilder.data(rows) + merges)])
    let result = try office.put(.projects, grid(book.bytes(), .projects))
    #expect(result.dataset.projects.map { $0.owner?.zh } == ["甲公司", "甲公司", nil])
    #expect(
      result.plan.doubts.map { $0.text("t", .en, .warning) } == [
        "t:4: warning: outside of the head, and not imported  [S!F4]",
        "t:3: warning: '总投资（万元）': an amount is merged over several rows and counts for the first only; split the cell and fill each row  [S!C3]",
      ])
  }

  @Test func `a number that its format divides is refused`() throws {
    let rows = [["项目名称", "总投资（万元）"], ["甲项目", "<c r=\"B2\" s=\"1\"><v>120000</v></c>"]]
    let book = WorkbookBuilder(sheets: [("S", WorkbookBuilder.data(rows))], formats: ["0!.0,"])
    #expect(
      try office.faults(.projects, grid(book.bytes(), .projects)) == [
        "t:2: error: '总投资（万元）': its format shows the number divided by thousands; it is 120000; set the format to General  [S!B2]"
      ])
  }

  // MARK: Sheets

  @Test func `the sheet is the one that is named or the only one that fits`() throws {
    let projects = WorkbookBuilder.data([["项目名称", "业主"], ["甲项目", "甲公司"]])
    let other = WorkbookBuilder.data([["填报说明"], ["一、按月填报"], ["二、单位万元"]])
    let one = WorkbookBuilder(sheets: [("说明", other), ("一月", projects)])
    #expect(try grid(one.bytes(), .projects).sheet == "一月")
    #expect(try grid(one.bytes(), .projects, sheet: "说明").sheet == "说明")
    let two = WorkbookBuilder(sheets: [("说明", other), ("一月", projects), ("二 月", projects)])
    #expect(
      refusal { _ = try grid(two.bytes(), .projects) }
        == "t: error: 2 sheets fit: 一月, 二 月; choose with --sheet 一月")
    #expect(
      refusal { _ = try grid(two.bytes(), .projects, sheet: "三月") }
        == "t: error: --sheet: no sheet '三月'; expected one of 说明, 一月, 二 月")
    let hidden = WorkbookBuilder(
      sheets: [("一月", projects), ("二月", projects)], attributes: ["二月": "state=\"hidden\""])
    #expect(try grid(hidden.bytes(), .projects).sheet == "一月")
    let none = WorkbookBuilder(sheets: [("说明", other), ("另", other)])
    #expect(refusal { _ = try grid(none.bytes(), .projects) }.contains("no sheet looks like such a table"))
  }

  // MARK: Other files

  @Test func `other files say how to save them`() throws {
    let old: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + Array(repeating: 0, count: 600)
    let encrypted = old + "EncryptedPackage".utf8.flatMap { [$0, 0] as [UInt8] }
    func archive(_ part: String) throws -> [UInt8] {
      var builder = WorkbookBuilder([])
      builder.parts = [(part, "<x/>")]
      return try builder.bytes()
    }
    for (bytes, name, word) in [
      (old, "t.xls", "an old workbook (.xls or .et)"), (old, "t.et", "an old workbook"),
      (encrypted, "t.xlsx", "is encrypted; remove its password"),
      (try archive("content.xml"), "t.ods", "OpenDocument"),
      (try archive("xl/workbook.bin"), "t.xlsb", "(.xlsb)"),
      (try archive("a.txt"), "t.zip", "an archive without a workbook"),
      (Array("项目名称,业主\n甲,乙\n".utf8), "t.xlsx", "rename it to .csv"),
      (Array("<html><table></table></html>".utf8), "T.XLS", "holds text; save it in Excel"),
      (Array("PK\u{3}\u{4}garbage".utf8), "t.xlsx", "the workbook is damaged"),
    ] {
      let message = refusal { _ = try file(bytes, name) }
      #expect(message.contains(word) && !message.contains("\n"), "\(name): \(message)")
    }
    #expect(refusal { _ = try file(Array("项目名称,业主\n甲,乙\n".utf8), "t.csv") } == "")
  }
}
