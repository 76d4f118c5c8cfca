import Testing

@testable import Canvas

struct RestoringBytesTests {
  @Test func `padding is left out`() {
    #expect(
      RestoringBytes.joined(["\u{1B}[m$<2>\u{F}", "a$b", "$<100/>x", "$<"])
        == Array("\u{1B}[m\u{F}a$bx$<".utf8))
  }

  @Test func `an item that does not fit is left out whole`() {
    let long = String(repeating: "x", count: RestoringBytes.limit - 1)
    #expect(RestoringBytes.joined([long, "yy", "z"]).suffix(2) == Array("xz".utf8)[...])
  }
}
