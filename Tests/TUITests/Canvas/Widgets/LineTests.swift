import Testing

@testable import Canvas

struct LineTests {
  private func wrapped(_ text: String, _ columns: Int, indent: Int = 0) -> [String] {
    Line(text).wrapped(to: columns, indent: indent).map(\.text)
  }

  // MARK: Wrapping

  @Test func `text that fits is unchanged`() {
    #expect(Line("abc def").wrapped(to: 7) == [Line("abc def")])
    #expect(Line("黔江").wrapped(to: 4) == [Line("黔江")])
    #expect(Line("").wrapped(to: 4) == [Line("")])
  }

  @Test(arguments: [
    (6, ["产业集", "群发展", "规划"]), (7, ["产业集", "群发展", "规划"]), (5, ["产业", "集群", "发展", "规划"]),
    (2, ["产", "业", "集", "群", "发", "展", "规", "划"]),
  ])
  func `Chinese breaks between any two characters`(columns: Int, lines: [String]) {
    #expect(wrapped("产业集群发展规划", columns) == lines)
  }

  @Test(arguments: [
    (11, ["abc def ghi"]), (10, ["abc def ", "ghi"]), (8, ["abc def ", "ghi"]), (7, ["abc def", "ghi"]),
    (6, ["abc ", "def ", "ghi"]), (4, ["abc ", "def ", "ghi"]), (3, ["abc", "def", "ghi"]),
  ])
  func `words stay whole`(columns: Int, lines: [String]) {
    #expect(wrapped("abc def ghi", columns) == lines)
  }

  @Test func `an opening mark stays with the text after it`() {
    #expect(wrapped("第四（一）款", 6) == ["第四", "（一）", "款"])
    #expect(wrapped("称“黔江”", 4) == ["称", "“黔", "江”"])
  }

  @Test func `a line has blanks of its own before its continuation`() {
    var line = Line("Name one two")
    line.indent = 4
    #expect(line.wrapped(to: 10, indent: 1).map(\.text) == ["Name one ", "    two"])
  }

  @Test func `words and Chinese mix`() {
    #expect(wrapped("新建ECR玻纤线", 6) == ["新建", "ECR玻", "纤线"])
    #expect(wrapped("产值 144.54亿元", 10) == ["产值 ", "144.54亿元"])
  }

  @Test(arguments: [
    ("产业集，群", 6, ["产业", "集，群"]), ("产业集。", 6, ["产业", "集。"]), ("称“黔江”好", 6, ["称“黔", "江”好"]),
    ("称“黔江”", 6, ["称“黔", "江”"]), ("按“黔江”", 7, ["按“黔", "江”"]), ("规划(黔江)", 9, ["规划(黔", "江)"]),
    ("产业集）、群", 6, ["产业", "集）、", "群"]), ("产值的亿元≠", 10, ["产值的亿", "元≠"]),
  ])
  func `closing punctuation stays with what it closes`(text: String, columns: Int, lines: [String]) {
    #expect(wrapped(text, columns) == lines)
  }

  @Test func `words longer than a line are broken`() {
    #expect(wrapped("abcdefghij", 4) == ["abcd", "efgh", "ij"])
    #expect(wrapped("ab cdefghijkl", 5) == ["ab ", "cdefg", "hijkl"])
    #expect(wrapped("ab cdefghijklmn", 8) == ["ab cdefg", "hijklmn"])
    #expect(wrapped("abcdefghij", 6, indent: 2) == ["abcdef", "  ghij"])
  }

  @Test func `continued lines are indented where there is room`() {
    #expect(wrapped("aa bb cc dd", 6, indent: 2) == ["aa bb ", "  cc ", "  dd"])
    #expect(wrapped("产业集群发展", 8, indent: 3) == ["产业集群", "   发展"])
    #expect(wrapped("aa bb cc", 5, indent: 3) == ["aa bb", "cc"])
  }

  @Test func `one and two columns`() {
    #expect(wrapped("abc", 1) == ["a", "b", "c"])
    #expect(wrapped("a b", 1) == ["a", "b"])
    #expect(wrapped("黔江", 1) == ["黔", "江"])
    #expect(wrapped("黔，江a", 2) == ["黔", "，", "江", "a"])
    #expect(wrapped("ab cd", 2) == ["ab", "cd"])
  }

  @Test(arguments: [0, -1]) func `no columns are no reason to loop`(columns: Int) {
    #expect(wrapped("abc 黔江", columns) == ["abc 黔江"])
  }

  @Test func `styles survive the breaks`() {
    let line = Line([Span("产值 ", .muted), Span("144.54亿元", .strong), Span("")])
    #expect(
      line.wrapped(to: 11).map(\.spans) == [
        [Span("产", .muted), Span("值", .muted), Span(" ", .muted), Span("144.54", .strong)],
        [Span("亿", .strong), Span("元", .strong)],
      ])
  }

  @Test func `nothing is lost and no line is too long`() {
    let alphabet = Array("ab c黔江，。”)（ -1.é").map(String.init) + ["e\u{301}", "\n", "\u{1B}", "👍🏽"]
    var random = SplitMix(seed: 1)
    for _ in 0..<400 {
      let length = Int.random(in: 1...60, using: &random)
      let text = (0..<length).map { _ in alphabet.randomElement(using: &random) ?? "" }.joined()
      let columns = Int.random(in: 2...20, using: &random)
      let indent = Int.random(in: 0...6, using: &random)
      let lines = Line(text).wrapped(to: columns, indent: indent)
      #expect(lines.allSatisfy { $0.columns <= columns }, "\(text.debugDescription) \(columns) \(indent)")
      let solid = TextWidth.cleaned(lines.map(\.text).joined()).filter { $0 != " " }
      #expect(solid == TextWidth.cleaned(text).filter { $0 != " " })
    }
  }

  // MARK: Drawing

  private func put(_ line: Line, _ width: Int, ellipsis: String = "…") -> String {
    drawn(width, 1) { $1.put(line, in: $0, ellipsis: ellipsis) }.lines[0]
  }

  @Test func `a line that is too long ends in an ellipsis`() {
    let line = Line([Span("abcd"), Span("ef")])
    #expect(put(line, 7) == "abcdef")
    #expect(put(line, 6) == "abcdef")
    #expect(put(line, 5) == "abcd…")
    #expect(put(line, 4) == "abc…")
    #expect(put(line, 3) == "ab…")
    #expect(put(line, 1) == "…")
    #expect(put(line, 0) == "")
    #expect(put(line, 4, ellipsis: "..") == "ab..")
    #expect(put(Line([Span("ab"), Span("黔江")]), 5) == "ab黔…")
    #expect(put(Line([Span("abcd"), Span("黔")]), 5) == "abcd…")
    #expect(put(Line([Span("黔江区"), Span("ab")]), 4) == "黔…")
  }

  @Test func `a line is drawn in its area only`() {
    var buffer = Buffer(width: 8, height: 4)
    let area = Rect(x: 2, y: 1, width: 4, height: 2)
    buffer.put(Line([Span("ab", .title), Span("cdef", .muted)]), in: area, row: 1)
    for row in [-1, 2, 99] { buffer.put("xxxx", in: area, row: row) }
    expectLines(buffer, ["", "", "  abc…", ""])
    #expect(buffer.style(2, 2) == Style(.title))
    #expect(buffer.style(5, 2) == Style(.muted))
  }
}
