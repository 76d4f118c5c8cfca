import Testing

/// Workbooks and recipes, by the built program.
struct WorkbookCommandTests {
  /// A copy of the district of offices with its workbooks.
  private func district() throws -> ScratchDirectory {
    let directory = try ScratchDirectory()
    let root = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    let copied = try Command.shell(
      "mkdir ds && cp /\(root)/fixtures/offices/district/*.json ds && cp /\(root)/fixtures/offices/tables/*.xlsx .",
      directory: directory.path)
    try #require(copied.status == 0)
    return directory
  }

  @Test func `a workbook goes in once, from a file or a pipe`() throws {
    let directory = try district()
    let written = try Command.shell(
      #""$QJBOARD" import projects 16-dispatch.xlsx --into ds --source table --lang en --write"#,
      directory: directory.path)
    #expect(written.status == 0 && written.lines.first == "16-dispatch.xlsx: sheet '重点项目', 2 rows")
    #expect(written.lines.contains { $0.hasSuffix("[projects.json, row 4]") })
    let again = try Command.shell(
      #""$QJBOARD" import projects - --into ds --source table --sheet 重点项目 --lang en <16-dispatch.xlsx"#,
      directory: directory.path)
    #expect(again.status == 0 && again.lines.last == "No changes.")
  }

  @Test func `what is no workbook is refused in one line`() throws {
    let directory = try district()
    let result = try Command.shell(
      #"printf 'name\nA\n' >t.xlsx; head -c 700 16-dispatch.xlsx >u.xlsx; for f in t u; do "$QJBOARD" import projects $f.xlsx --into ds --lang en; echo $?; done"#,
      directory: directory.path)
    #expect(result.lines == ["65", "65"])
    #expect(result.errorLines[0].contains("rename it to .csv") && result.errorLines[2].contains("is damaged"))
    #expect(result.errorLines.count == 4)
  }

  @Test func `a recipe is saved, reads the next table, and must be in order`() throws {
    let directory = try district()
    let may = "名称,牵头业主,开工日期\\n甲项目,甲公司,2024-01-02\\n"
    let result = try Command.shell(
      "printf '\(may)' >may.csv; printf '\(may)' | sed s/甲/乙/g >june.csv; "
        + #""$QJBOARD" import projects may.csv --into ds --source table --map 牵头业主=owner --save-recipe r.json --lang en >/dev/null && "$QJBOARD" import projects june.csv --into ds --source table --recipe r.json --lang en"#,
      directory: directory.path)
    #expect(result.status == 0 && result.lines.contains("  牵头业主  →  owner"))
    let broken = try Command.shell(
      #"sed s/columns/colums/ r.json >b.json; "$QJBOARD" import projects june.csv --into ds --recipe b.json --lang en; echo $?; "$QJBOARD" import observations june.csv --into ds --recipe r.json --lang en; echo $?"#,
      directory: directory.path)
    #expect(broken.lines == ["65", "64"])
    #expect(broken.errorLines.first?.hasPrefix("b.json:3:3: error: no key 'colums'") == true)
    #expect(broken.errorLines.contains { $0.contains("r.json is for projects, not observations") })
  }
}
