import Testing

@testable import Store

struct TextPoolTests {
  @Test func `every text comes back as it is, known or new, short or long`() {
    var pool = TextPool()
    // More than it remembers, twice over.
    for round in 0..<2 {
      for number in 0..<25_000 {
        let text = String(repeating: "长", count: number % 9) + "text \(number)"
        let found = Array(text.utf8).withUnsafeBytes { pool.text($0) }
        if found != text { Issue.record("\(found), not \(text), round \(round)") }
      }
    }
  }

  @Test func `texts that look alike stay apart`() {
    var pool = TextPool()
    // The same letter in two spellings, which Swift takes for equal.
    let texts = ["a long name with \u{E9} in it", "a long name with e\u{301} in it"]
    for text in texts + texts {
      let found = Array(text.utf8).withUnsafeBytes { pool.text($0) }
      #expect(Array(found.utf8) == Array(text.utf8))
    }
  }
}
