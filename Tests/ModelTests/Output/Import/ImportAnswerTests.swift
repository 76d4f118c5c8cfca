import Testing

@testable import Domain
@testable import Output

/// Corrections are options of the command line: each replaces an earlier one about the same thing.
struct ImportAnswerTests {
  @Test func `the options print every correction so that the command line reads it again`() throws {
    var options = TableImport.Options(source: "plan")
    let heads = ["总投资", "产值（万元,含税）", "a=b", "说\"明\"", "C"]
    for head in heads {
      options.take(.unit(head: head, "万元"))
      options.take(.field(head: head, "owner"))
      options.take(.fill(head: head))
    }
    options.take(.label(row: 9, .note))
    options.take(.label(row: 7, .total))
    options.take(.same(name: "a=b", project: "x"))
    options.take(.new("乙"))
    options.take(.leaveOut("西园"))
    options.take(.sheet("表 1"))
    options.head = 3...4
    let texts = Dictionary(options.arguments, uniquingKeysWith: { first, _ in first })
    for option in ["--unit", "--map"] {
      let pairs = OptionList.elements(try #require(texts[option])).compactMap(OptionList.pair)
      #expect(pairs.map(\.0) == heads && pairs.allSatisfy { ["万元", "owner"].contains($0.1) })
    }
    #expect(OptionList.elements(try #require(texts["--fill"])).map(OptionList.unquoted) == heads)
    #expect(texts["--label"] == "7=total,9=note" && texts["--head"] == "3-4" && texts["--sheet"] == "表 1")
    #expect(OptionList.pair(try #require(texts["--same"])).map { [$0.0, $0.1] } == ["a=b", "x"])
    #expect(texts["--new"] == "乙" && texts["--leave-out"] == "西园" && texts["--source"] == "plan")
  }

  @Test func `a later correction replaces an earlier one`() {
    var options = TableImport.Options()
    options.take(.unit(head: "总 投资", "万元"))
    options.take(.unit(head: "总投资", "亿元"))
    options.take(.new("甲"))
    options.take(.same(name: "甲", project: "x"))
    options.take(.need(.period))
    #expect(options.arguments.map { "\($0.0) \($0.1)" } == ["--unit 总投资=亿元", "--same 甲=x"])
  }

  @Test func `a place in the spreadsheet is found in the table, also where it lies on its side`() {
    var grid = Grid()
    for (row, cells) in [["项目名称", "甲", "乙"], ["业主", "a", "b"]].enumerated() {
      grid.append(row: cells, number: row + 3, line: row + 3)
    }
    for draft in [TableDraft(grid), TableDraft(grid.transposed())] {
      for row in 0..<draft.grid.count {
        for column in 0..<draft.grid.width {
          let place = draft.grid.place(row, column)
          #expect(draft.position(of: place).map { [$0.row, $0.column] } == [row, column], "\(place)")
        }
      }
      #expect(draft.position(of: "B99") == nil && draft.position(of: "") == nil)
    }
  }
}
