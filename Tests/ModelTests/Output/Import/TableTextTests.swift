import Testing

@testable import Output

struct TextEncodingTests {
  /// 项目,数值
  private let gb: [UInt8] = [0xCF, 0xEE, 0xC4, 0xBF, 0x2C, 0xCA, 0xFD, 0xD6, 0xB5]

  @Test(arguments: [[0x50, 0x4B, 3, 4, 0], [0xD0, 0xCF, 0x11, 0xE0, 0]] as [[UInt8]])
  func `a workbook is reported to be one`(bytes: [UInt8]) {
    let failure = #expect(throws: ImportFailure.self) { _ = try TextEncoding.auto.decode(bytes) }
    #expect(failure.map { "\($0)".contains("Excel") } == true)
  }

  @Test func `the charset is reported by mark, by validity, else GB18030`() throws {
    let text = Array("项目,数值".utf8)
    for (bytes, encoding) in [
      (text, TextEncoding.utf8), ([0xEF, 0xBB, 0xBF] + text, .utf8), (gb, .gb18030),
    ] {
      let decoded = try TextEncoding.auto.decode(bytes)
      #expect(decoded.text == text && decoded.encoding == encoding)
    }
    #expect(try TextEncoding.gb18030.decode(gb).text == text)
    let marked = try TextEncoding.gb18030.decode([0xEF, 0xBB, 0xBF] + text)
    #expect(marked.text == text && marked.encoding == .utf8, "the mark outweighs the option")
  }

  private func text(_ encoding: TextEncoding, _ bytes: [UInt8]) -> String? {
    do throws(ImportFailure) {
      _ = try encoding.decode(bytes)
      return nil
    } catch {
      return error.faults.first?.text("t.csv", .en)
    }
  }

  @Test func `a bad byte has a line and a byte`() {
    func place(_ encoding: TextEncoding, _ bytes: [UInt8]) -> [Int?] {
      do throws(ImportFailure) {
        _ = try encoding.decode(bytes)
        return []
      } catch {
        return [error.faults.first?.line, error.faults.first?.byte]
      }
    }
    #expect(place(.utf8, Array("a\nbc".utf8) + gb) == [2, 3])
    #expect(text(.utf8, Array("a\nbc".utf8) + gb) == "t.csv:2:3: error: not valid UTF-8")
    #expect(place(.auto, gb + [0x0A, 0x61, 0xFF, 0x0A]) == [2, 2])
    // The mark is three bytes of the first line.
    for encoding in TextEncoding.allCases {
      #expect(place(encoding, [0xEF, 0xBB, 0xBF, 0x61, 0xFF]) == [1, 5], "\(encoding)")
      #expect(place(encoding, [0xEF, 0xBB, 0xBF, 0x0A, 0x61, 0xFF]) == [2, 2], "\(encoding)")
    }
    #expect(place(.auto, gb + [0x0A, 0x81]) == [2, 1])
    #expect(place(.auto, Array("a\n\u{0}".utf8)) == [2, 1])
    #expect(place(.auto, [0xFF, 0xFE, 0x61]) == [1, nil])
  }

  @Test func `a character across two pieces is whole`() throws {
    let bytes = [UInt8(ascii: "a")] + Array(repeating: gb, count: 20_000).flatMap { $0 }
    let text = try TextEncoding.auto.decode(bytes).text
    #expect(text == Array(("a" + String(repeating: "项目,数值", count: 20_000)).utf8))
  }
}

struct CSVReaderTests {
  private func read(_ text: String) throws -> Grid { try CSVReader.read(Array(text.utf8)) }

  private func fault(_ text: String) -> ImportFault? {
    do throws(ImportFailure) {
      _ = try CSVReader.read(Array(text.utf8))
      return nil
    } catch {
      return error.faults.first
    }
  }

  @Test func `rows have the line that they begin on`() throws {
    let table = try read("a,b\r\n\r\n\"x\ny\",\"1,234.5\"\r\n,\r\nlast,\"say \"\"so\"\"\"")
    #expect((0..<table.count).map(table.line) == [1, 3, 5, 6])
    #expect((0..<table.count).map(table.number) == [1, 3, 4, 5])
    #expect(
      (0..<table.count).map(table.texts) == [
        ["a", "b"], ["x\ny", "1,234.5"], ["", ""], ["last", "say \"so\""],
      ])
    #expect(table.place(1, 1) == "B3" && table.isBlank(2) && Grid.letters(27) == "AB")
  }

  @Test func `tabs, semicolons and old line ends`() throws {
    #expect(try read("a\tb\r1\t2\r3\t4").line(2) == 3)
    #expect(try read("a;b\n1;2\n").texts(1) == ["1", "2"])
  }

  /// Whole cells of commas would outnumber the semicolons that separate them.
  @Test func `a separator within quotes separates nothing`() throws {
    #expect(try read("\"a,b,c\";\"d,e\"\n\"1,5\";\"2,5\"\n").texts(1) == ["1,5", "2,5"])
  }

  @Test func `a file that is not a table is refused with its line`() {
    #expect(fault("")?.line == nil && fault("") != nil)
    #expect(fault("\n\n") != nil)
    #expect(fault("a,b\n")?.line == 1)
    #expect(fault("a,b\n1,\"2\n3,4\n")?.line == 2)
    #expect(fault("a,b\n1,2\n1,x\"2\"\n")?.line == 3)
  }

  @Test func `a cell without end is not kept`() {
    #expect(fault("a,b\n1," + String(repeating: "x", count: CSVReader.cellLimit + 10))?.line == 2)
    #expect(fault(String(repeating: ",", count: CSVReader.columnLimit + 1) + "\n1\n")?.line == 1)
  }
}

struct JSONEditTests {
  @Test(arguments: [
    ("{\"a\": [\n {\"x\": 1}\n]}", "{\"a\": [\n {\"x\": 1},\n {\"y\": 2}\n]}"),
    ("{\"a\":[]}", "{\"a\":[\n {\"y\": 2}\n]}"),
    ("{\"a\": [1, \"]\"] , \"b\":2}", "{\"a\": [1, \"]\", {\"y\": 2}] , \"b\":2}"),
    (
      "{\r\n  \"a\": [\r\n    3\r\n  ]\r\n}\r\n",
      "{\r\n  \"a\": [\r\n    3,\r\n    {\"y\": 2}\r\n  ]\r\n}\r\n"
    ),
  ])
  func `an element goes behind the last one, in its style`(before: String, after: String) throws {
    var edit = try JSONEdit(Array(before.utf8))
    let array = try #require(edit.root.member("a"))
    edit.append([.object([("y", .number(2))])], to: array)
    #expect(String(decoding: edit.result, as: UTF8.self) == after)
  }

  @Test func `additions to one place stay in the order in which they were made`() throws {
    var edit = try JSONEdit(Array("{\"a\": [1], \"o\": {\"k\": 1}}".utf8))
    let (array, object) = (try #require(edit.root.member("a")), try #require(edit.root.member("o")))
    for number in 2...4 { edit.append([.number(Double(number))], to: array) }
    for key in ["x", "y"] { edit.add(key, .number(9), to: object) }
    let text = String(decoding: edit.result, as: UTF8.self)
    #expect(text.filter(\.isNumber) == "1234199" && text.filter("kxy".contains) == "kxy")
  }

  @Test func `only what changes changes`() throws {
    let before = "{ \"s\" : \"a\\\"b\", \"n\":  -1.50,\n\t\"o\": {\"k\": [1,2]},\"t\": true }\n"
    var edit = try JSONEdit(Array(before.utf8))
    #expect(edit.result == Array(before.utf8) && !edit.isChanged)
    edit.replace(try #require(edit.root.member("n")), with: .number(2))
    edit.replace(try #require(edit.root.member("s")), with: .string("新"))
    edit.add("m", .null, to: try #require(edit.root.member("o")))
    #expect(
      String(decoding: edit.result, as: UTF8.self)
        == "{ \"s\" : \"新\", \"n\":  2,\n\t\"o\": {\"k\": [1,2], \"m\": null},\"t\": true }\n")
  }
}

struct EnglishTextTests {
  @Test(arguments: [
    ("Jan-May 2024", "2024年1-5月"), ("January to May 2024", "2024年1-5月"), ("May", "5月"),
    ("Oct 2023", "2023年10月"),
    ("2023 Oct.", "2023年10月"), ("Sept, 2023", "2023年9月"), ("Q3 2024", "2024年3季度"), ("2024Q3", "2024年3季度"),
    ("2024 H2", "2024年下半年"), ("first half of 2024", "2024年上半年"), ("by the end of 2025", "2025年底"),
    ("end-May 2024", "2024年5月底"), ("5 Oct 2023", "2023-10-5"), ("October 5, 2023", "2023-10-5"),
    ("2024M05", "2024年5月"),
    ("Output by cluster - May 2024 (million)", "Output by cluster - 2024年5月 (million)"),
  ]) func `an English period is put into the Chinese form`(text: String, chinese: String) {
    #expect(EnglishText.period(text) == chinese)
  }

  @Test(arguments: [
    "Projects that may start", "Mayor", "Q5", "H3", "Oct-23", "decision", "Marina Q", "2024年5月",
    "2024-05-01T09:12", "end",
  ]) func `what is no English period stays`(text: String) {
    #expect(EnglishText.period(text) == text)
  }

  @Test(arguments: [
    ("RMB million", "百万元"), ("million yuan", "百万元"), ("10k yuan", "万元"), ("10,000 yuan", "万元"),
    ("100M yuan", "亿元"),
    ("hundred million yuan", "亿元"), ("ten thousand yuan", "万元"), ("CNY bn", "十亿元"), ("RMB m", "百万元"),
    ("bn", "十亿"),
    ("yuan", "元"), ("10,000 tonnes", "万tonnes"), ("US$ million", "百万美元"),
  ]) func `an English unit is put into the Chinese form as a whole`(text: String, chinese: String) {
    #expect(EnglishText.unit(text) == chinese)
  }

  @Test(arguments: [
    "m", "kWh", "million yuan incl. tax", "yuan per tonne", "7 million yuan", "元", "%", "actual",
  ])
  func `what is not understood as a whole is no unit`(text: String) {
    #expect(EnglishText.unit(text) == nil)
  }
}
