import Testing

@testable import Output
@testable import Store

/// The embedded words are complete; otherwise the program ends instead of misreading every table.
struct OfficeWordsTests {
  @Test func `the embedded words are complete`() throws {
    #expect(try OfficeWords(complete: TableWords.builtIn).heads(of: .code).first == "项目代码")
  }

  @Test(arguments: [
    ("\"totals\"", "\"totalz\"", "totalz"), ("\"code\": [", "\"kode\": [", "kode"),
    ("\"reserve\"", "\"reserv\"", "reserv"), ("\"growth\"", "\"growht\"", "growht"),
    ("\"words\"", "\"wrods\"", "no object 'words'"), ("\"states\": [", "\"states\": [], \"more\": [", "more"),
  ])
  func `missing and unknown words are refused`(old: String, new: String, message: String) throws {
    let file = try #require(TableWords.builtIn.first)
    let text = String(decoding: file.bytes, as: UTF8.self).replacing(old, with: new, maxReplacements: 1)
    let changed = InputFile(path: file.path, name: file.name, bytes: Array(text.utf8))
    let failure = #expect(throws: ImportFailure.self) { try OfficeWords(complete: [changed]) }
    #expect(
      failure?.faults.first?.message.en.contains(message) == true,
      "\(failure?.faults.map(\.message.en) ?? [])")
  }

  @Test func `no words at all are refused`() {
    #expect(throws: ImportFailure.self) { try OfficeWords(complete: []) }
  }
}
