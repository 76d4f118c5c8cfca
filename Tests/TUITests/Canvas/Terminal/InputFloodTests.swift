import Testing

@testable import Canvas

struct InputFloodTests {
  private func typed(_ text: String) -> [TerminalEvent] {
    text.map { $0 == "\r" ? .key(.enter) : .key(.character($0)) }
  }

  @Test func `keys typed ahead remain keys`() {
    let keys = typed("3jjjj\r/sanlei\r")
    #expect(InputFlood.calmed(keys) == keys)
    let held = typed(String(repeating: "j", count: 200) + String(repeating: "k", count: 200))
    #expect(InputFlood.calmed(held) == held)
    #expect(InputFlood.calmed(typed(String(repeating: "jk", count: 1024))).count == 1)
  }

  @Test func `a list without marks is one paste, and keys around it stay`() {
    let names = "quantity, export\r三磊玻纤科技\rnew materials\rquarterly report of the district\r"
    let events = InputFlood.calmed([.key(.down)] + typed(names) + [.key(.escape)])
    #expect(
      events == [
        .key(.down), .paste("quantity, export 三磊玻纤科技 new materials quarterly report of the district"),
        .key(.escape),
      ])
  }

  @Test func `a key that comes without end counts no more often than it can mean something`() {
    let events = InputFlood.calmed(Array(repeating: .key(.escape), count: 100_000) + [.key(.down)])
    #expect(events == Array(repeating: .key(.escape), count: InputFlood.repetitions) + [.key(.down)])
  }
}
