import Testing

@testable import Domain
@testable import Store

struct CitationPoolTests {
  @Test func `a heading that was met before is the same object`() {
    var pool = CitationPool()
    let first = pool.place(source: "plan", section: "一")
    let other = pool.place(source: "plan", section: "二")
    #expect(pool.place(source: "plan", section: "一") === first && other !== first && other != first)
  }

  @Test func `beyond the limit known headings are still found`() {
    var pool = CitationPool(limit: 2)
    let known = ["一", "二"].map { pool.place(source: "plan", section: $0) }
    let late = pool.place(source: "plan", section: "三")
    #expect(late.section == "三")
    #expect(pool.place(source: "plan", section: "一") === known[0])
    #expect(pool.place(source: "plan", section: "三") !== late)
  }

  @Test func `equal lists share their storage while they are near`() {
    var pool = CitationPool()
    func list(_ line: Int) -> [Citation] {
      [
        Citation(source: "plan", section: "", line: line, printed: "厂"),
        Citation(source: "plan", section: "", line: 1, printed: ""),
      ]
    }
    func address(_ list: [Citation]) -> UnsafeRawPointer? { list.withUnsafeBytes { $0.baseAddress } }
    let first = pool.shared(list(1))
    _ = pool.shared(list(2))
    #expect(address(pool.shared(list(1))) == address(first))
    for line in 3...5 { _ = pool.shared(list(line)) }
    let again = pool.shared(list(1))
    #expect(again == first && address(again) != address(first))
  }
}
