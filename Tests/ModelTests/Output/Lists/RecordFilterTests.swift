import Testing

@testable import Domain
@testable import Output

/// How filters are read.
struct RecordFilterTests {
  typealias Term = RecordFilter.Term

  static let readable: [(String, [Term])] = [
    ("", []),
    ("   ", []),
    ("stage=started", [Term("stage", .equal, ["started"])]),
    (
      "cluster=新材料 stage=started",
      [Term("cluster", .equal, ["新材料"]), Term("stage", .equal, ["started"])]
    ),
    ("value >= 100亿元", [Term("value", .atLeast, ["100亿元"])]),
    ("value>100 value<200", [Term("value", .more, ["100"]), Term("value", .less, ["200"])]),
    ("a!=1 b<=2 c~3", [Term("a", .notEqual, ["1"]), Term("b", .atMost, ["2"]), Term("c", .contains, ["3"])]),
    ("cluster=a,b, c", [Term("cluster", .equal, ["a", "b", "c"])]),
    ("cluster=\"New materials\",'x, y'", [Term("cluster", .equal, ["New materials", "x, y"])]),
    ("park=\"\"", [Term("park", .equal, [""])]),
    ("lag<-20", [Term("lag", .less, ["-20"])]),
    ("name=a=b", [Term("name", .equal, ["a=b"])]),
    (
      "集群＝新材料，铝　阶段≥开工 名称≠“甲 乙”",
      [
        Term("集群", .equal, ["新材料", "铝"]), Term("阶段", .atLeast, ["开工"]), Term("名称", .notEqual, ["甲 乙"]),
      ]
    ),
  ]

  @Test(arguments: readable)
  func `terms are read`(text: String, terms: [Term]) throws {
    #expect(try RecordFilter(parsing: text) == RecordFilter(terms))
  }

  static let unreadable: [(String, RecordFilterFault)] = [
    ("cluster", .missingOperator("cluster")),
    ("a=1 新材料", .missingOperator("新材料")),
    ("a!b", .missingOperator("a")),
    ("=started", .missingKey("=")),
    ("stage=", .missingValue("stage=")),
    ("stage=a,", .missingValue("stage=a,")),
    ("stage=,a", .missingValue("stage=")),
    ("name=\"open", .openQuote("name=\"open")),
    ("value>1,2", .severalValues("value>1,2")),
  ]

  @Test(arguments: unreadable)
  func `the fault of an unreadable file has its place`(text: String, fault: RecordFilterFault) {
    #expect(throws: fault) { try RecordFilter(parsing: text) }
    for language in Language.allCases { #expect(!fault.message(language).isEmpty) }
  }

  /// What was typed and the ids are ASCII here, so that each Chinese character is a word of the message.
  @Test func `a message keeps to its language`() {
    let word = RecordFilterFault.Word("cluster", Name(zh: "集群", en: "Group"))
    let faults: [RecordFilterFault] = [
      .missingOperator("a"), .missingKey("a"), .missingValue("a"), .openQuote("a"), .severalValues("a"),
      .unknownKey("a", allowed: [word], nearest: word),
      .unknownValue(key: "a", value: "b", allowed: [word], more: 3, nearest: word),
      .unknownValue(key: "a", value: "b", allowed: [], more: 0, nearest: word),
      .unsuitable(key: "a", .less), .notANumber(key: "a", value: "b"),
      .unknownUnit(key: "a", value: "b", allowed: ["c"]), .notATime(key: "a", value: "b"),
    ]
    for fault in faults {
      let (zh, en) = (fault.message(.zh), fault.message(.en))
      #expect(!en.unicodeScalars.contains { $0.value >= 0x2E80 }, "\(en)")
      #expect(zh.unicodeScalars.contains { $0.value >= 0x4E00 }, "\(zh)")
      #expect(!zh.contains("Group") && !zh.contains(" is ") && !zh.contains("Did you"), "\(zh)")
    }
    #expect(faults[5].message(.en).hasSuffix("Did you mean 'cluster Group'?"))
  }

  @Test(arguments: ["", "=\""])
  func `any text is read as whole terms or refused with a message`(end: String) {
    let signs = ["=", "!", "<", ">", "~", ",", "\"", "'", " ", "a", "，", "“", "”", "≥", "新"]
    let pairs = signs.flatMap { first in signs.map { first + $0 } }
    for text in pairs.flatMap({ pair in signs.map { pair + $0 + end } }) {
      do throws(RecordFilterFault) {
        let terms = try RecordFilter(parsing: text).terms
        #expect(terms.allSatisfy { !$0.key.isEmpty && !$0.values.isEmpty }, "\(text)")
      } catch {
        #expect(!error.message(.en).isEmpty, "\(text)")
      }
    }
  }
}
