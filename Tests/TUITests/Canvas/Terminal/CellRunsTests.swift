import Glibc
import Testing

@testable import Canvas

/// What is written to the terminal for a row of cells.
struct CellRunsTests {
  private func runs(
    _ buffer: Buffer, width: Int, charset: Charset = .utf8, hasWideAmbiguous: Bool = false
  ) -> [String] {
    var result: [String] = []
    CellRuns(charset: charset, hasWideAmbiguous: hasWideAmbiguous).forEach(row: 0, of: buffer, width: width) {
      run, _ in
      result.append(String(String.UnicodeScalarView(run.compactMap { Unicode.Scalar(UInt32($0)) })))
    }
    return result.filter { !$0.isEmpty }
  }

  private func buffer(_ spans: [Span], width: Int = 8) -> Buffer {
    var buffer = Buffer(width: width, height: 1)
    buffer.put(Line(spans), in: Rect(width: width, height: 1), row: 0, ellipsis: "…")
    return buffer
  }

  @Test func `cells of one style are one run`() {
    let buffer = buffer([Span("ab"), Span("黔江", .accent), Span("c")])
    #expect(runs(buffer, width: 8) == ["ab", "黔江", "c "])
  }

  @Test func `half of a wide character is a blank`() {
    #expect(runs(buffer([Span("黔江")], width: 4), width: 3) == ["黔 "])
  }

  @Test func `cells beyond the buffer are blank`() {
    #expect(runs(buffer([Span("ab")], width: 2), width: 4) == ["ab  "])
  }

  @Test func `characters that the terminal cannot show are replaced in as many columns`() {
    // Another test of the process may have adopted a locale that has them.
    let plain = newlocale(LC_CTYPE_MASK, "C", nil)
    let adopted = uselocale(plain)
    defer {
      uselocale(adopted)
      freelocale(plain)
    }
    #expect(runs(buffer([Span("黔━a")], width: 4), width: 4, charset: .ascii) == ["??-a"])
    #expect(runs(buffer([Span("━a")], width: 2), width: 2, hasWideAmbiguous: true) == ["-a"])
  }
}
