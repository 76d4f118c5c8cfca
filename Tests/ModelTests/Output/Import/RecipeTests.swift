import Domain
import Store
import Testing

@testable import Output

/// What was mapped once is saved and reads the next table.
struct RecipeTests {
  private let office = OfficeTableTests()

  private func recipe(_ text: String) -> (RecipeFile, [String]) {
    let (recipe, faults) = RecipeFile.read(InputFile(path: "r.json", name: "r.json", bytes: Array(text.utf8)))
    return (recipe, faults.map { $0.message(.en) })
  }

  /// Returns the options of a recipe as `--recipe` sets them.
  private func options(_ text: String) -> (inout TableImport.Options) -> Void {
    let file = recipe(text).0
    return { options in
      options.recipe = TableImport.Options.Recipe(path: "r.json", file)
      options.filled = file.filled.map(\.value)
      options.leftOut = Set(file.leftOut.map(\.value))
    }
  }

  @Test func `the table of the next month is read as the first was`() throws {
    var given = TableImport.Options()
    given.choices = [("牵头业主", "owner"), ("备注", "-")]
    given.units = [("总投资", "万元")]
    let rows = "名称,牵头业主,总投资（万元）,开工日期,备注\n甲项目,甲公司,100,2024-01-02,x\n"
    let first = try office.put(.projects, rows) { options in
      (options.choices, options.units) = (given.choices, given.units)
    }
    let text = first.plan.recipe(.projects, given, delimiter: nil, encoding: .auto)
    #expect(
      text == """
        {
          "kind": "projects",
          "columns": {"名称": "name", "牵头业主": "owner", "总投资（万元）": "investment", "开工日期": "started date", "备注": "-"},
          "units": {"总投资": "万元"}
        }

        """)
    #expect(recipe(text).1 == [])
    let next = try office.put(
      .projects, rows.replacing("甲项目", with: "乙项目"), options(text))
    #expect(
      next.plan.changes.map(\.words.zh)
        == first.plan.changes.map { $0.words.zh.replacing("甲项目", with: "乙项目") })
    #expect(try next.project("乙项目").owner?.zh == "甲公司" && next.project("乙项目").note == nil)
  }

  @Test func `a table without a head of the recipe is refused, and the user's words replace the recipe's`()
    throws
  {
    let text = """
      {
        "kind": "projects",
        "columns": {
          "名称": "name",
          "牵头业主": "owner",
          "联系人": "-"
        }
      }
      """
    #expect(
      try office.faults(.projects, CSVReader.read(Array("名称,开工日期\n甲,2024-01\n".utf8)), options(text)) == [
        "t:1: error: r.json:5: the table has no column '牵头业主'; expected one of 名称, 开工日期"
      ])
    let change = options(text)
    let result = try office.put(.projects, "名称,牵头业主,开工日期\n甲,乙,2024-01\n") { options in
      change(&options)
      options.choices = [("牵头业主", "note")]
    }
    #expect(try result.project("甲").owner == nil && result.project("甲").note?.name.zh == "乙")
    let wrong = text.replacing("\"owner\"", with: "\"ownr\"")
    #expect(
      try office.faults(.projects, CSVReader.read(Array("名称,牵头业主\n甲,乙\n".utf8)), options(wrong))[0]
        .hasPrefix("t:1: error: r.json:5: no field 'ownr'; expected one of id, number"))
  }

  @Test func `a recipe is validated strictly`() {
    let faults = recipe("{\"kind\": \"project\", \"colums\": {}, \"units\": [\"a\"], \"fill\": \"x\"}").1
    let wanted = [
      ("1:10: error", "'project'"), ("1:44: error", "units"), ("1:59: error", "fill"),
      ("1:21: error", "colums"),
    ]
    #expect(faults.count == wanted.count)
    for (place, word) in wanted {
      #expect(faults.contains { $0.contains(place) && $0.contains(word) }, "\(faults)")
    }
    #expect(recipe("{}").1.count == 1 && recipe("[]").1.count == 1 && recipe("{").1.count == 1)
  }

  @Test func `a head with a comma or an equals sign is quoted`() {
    #expect(OptionList.pair("产值（万元,含税）", "万元") == "\"产值（万元,含税）\"=万元")
    let elements = OptionList.elements("a=b,\"c,\"\"d\"\"=\"=e,,f")
    #expect(elements.map { OptionList.pair($0).map { "\($0.0)→\($0.1)" } } == ["a→b", "c,\"d\"=→e", nil])
    #expect(OptionList.unquoted("\"x,y\"") == "x,y" && OptionList.quoted("x") == "x")
  }

  @Test func `a file of words with misspelt keys is refused with their places`() throws {
    let text = """
      {"words": {
       "totls": ["计"],
       "fields": {"onwer": ["单位"], "owner": "业主"},
       "states": [{"rung": "begun", "words": ["动"], "notbegun": true}]
      }}
      """
    var words = OfficeWords.builtIn
    do {
      try words.add(InputFile(path: "w.json", name: "w.json", bytes: Array(text.utf8)))
      Issue.record("accepted")
    } catch {
      #expect(
        error.faults.map { String($0.text("t", .en).prefix { $0 != ";" }) } == [
          "w.json:2:2: error: unknown key 'totls'", "w.json:3:13: error: unknown key 'onwer'",
          "w.json:3:43: error: expected an array of texts", "w.json:4:49: error: unknown key 'notbegun'",
          "w.json:4:22: error: no rung 'begun'",
        ])
    }
  }

  @Test func `words of the user count for dates and currencies as well`() throws {
    var words = OfficeWords.builtIn
    let text =
      "{\"words\": {\"unknown_dates\": [\"资料缺失\"], \"currencies\": [{\"sign\": \"RMB\", \"unit\": \"元\"}]}}"
    try words.add(InputFile(path: "w.json", name: "w.json", bytes: Array(text.utf8)))
    let result = try office.put(.projects, "名称,开工日期,总投资\n甲,资料缺失,RMB5000万\n") { $0.words = words }
    #expect(try result.milestones("甲") == ["started unknown"])
    #expect(try result.figures("甲") == ["investment 2024 0.5亿元"])
  }
}
