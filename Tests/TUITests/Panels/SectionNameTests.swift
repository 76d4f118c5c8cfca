import Testing

@testable import Panels

/// Sections of Chinese documents for English readers.
struct SectionNameTests {
  @Test(arguments: [
    ("三（一）", "3 (1)"), ("十二（三）1", "12 (3) 1"), ("（十）", "(10)"), ("二十一", "21"), ("专栏2", "Box 2"),
    ("表1", "Table 1"),
    ("导语", "lead"), ("优化投资兴业生态", "\u{201C}优化投资兴业生态\u{201D}"), ("2.1", "2.1"), ("Annex A", "Annex A"),
  ]) func `numbers become figures, other headings are quoted`(printed: String, shown: String) {
    #expect(SectionName.english(printed) == shown)
  }

  @Test(arguments: ["（附）", "十十十", "甲", ""]) func `what is no number stays`(text: String) {
    #expect(SectionName.number(text) == nil)
  }
}
