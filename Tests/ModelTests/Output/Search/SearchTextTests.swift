import Testing

@testable import Output

struct SearchTextTests {
  private func folded(_ text: String) -> String { String(decoding: SearchText(text).bytes, as: UTF8.self) }

  @Test(
    arguments: [
      ("SanLei", "sanlei"), ("ＳＬ１４４．５％", "sl144.5%"), ("  a \t\n b　c ", "a b c"),
      ("“工业强城”建设", "工业强城建设"), ("《规划》", "规划"), ("People's", "peoples"), ("黔江府发〔2021〕51号", "黔江府发[2021]51号"),
      ("（征求意见稿）", "(征求意见稿)"), ("2020—2022", "2020-2022"), ("380−350", "380-350"),
      ("高新区·黔江", "高新区黔江"), ("NÜ Éa", "nü éa"), ("a\u{0}b", "a b"), ("a\u{200B}b\u{FEFF}", "ab"),
      ("𩽾", "𩽾"), ("≥95", "≥95"), ("", ""), ("　", ""),
    ])
  func `text is folded to what is compared`(text: String, expected: String) {
    #expect(folded(text) == expected)
  }

  @Test func `words are separated by blanks`() {
    #expect(SearchText("　黔江  卷烟 ").words.map { String(decoding: $0, as: UTF8.self) } == ["黔江", "卷烟"])
    #expect(SearchText(" ").words.isEmpty)
  }
}
