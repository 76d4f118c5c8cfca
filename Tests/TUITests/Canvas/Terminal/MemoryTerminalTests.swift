import Testing

@testable import Canvas

struct MemoryTerminalTests {
  @Test func `events are taken in order and frames are kept`() {
    var terminal = MemoryTerminal(width: 3, height: 1, events: [.key(.up), .resize(width: 5, height: 2)])
    var buffer = Buffer(width: 3, height: 1)
    buffer.put("abc", x: 0, y: 0)
    terminal.present(buffer, theme: .dark)
    #expect(terminal.next(timeoutMilliseconds: nil) == .key(.up))
    #expect(terminal.size == (3, 1))
    #expect(terminal.next(timeoutMilliseconds: 50) == .resize(width: 5, height: 2))
    #expect(terminal.size == (5, 2))
    #expect(terminal.next(timeoutMilliseconds: 0) == .end(.inputClosed))
    #expect(terminal.frames.map(\.buffer.lines) == [["abc"]])
    #expect(terminal.timeouts == [nil, 50, 0])
  }
}
