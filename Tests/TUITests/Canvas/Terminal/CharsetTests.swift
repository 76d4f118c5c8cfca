import Testing

@testable import Canvas

struct CharsetTests {
  @Test(arguments: [
    ("UTF-8", Charset.utf8), ("utf8", .utf8), ("GBK", .chinese), ("GB18030", .chinese), ("GB2312", .chinese),
    ("ANSI_X3.4-1968", .ascii), ("ISO-8859-1", .ascii), ("BIG5", .ascii), ("", .ascii),
  ])
  func `charsets of names`(name: String, charset: Charset) {
    #expect(Charset(codeset: name) == charset)
  }
}
