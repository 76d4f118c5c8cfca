import Testing

/// The screen follows the size of the window.
@Suite(.enabled(if: Program.isBuilt), .serialized)
struct SizeTests {
  @Test(arguments: [(1, 1), (2, 1), (1, 50), (39, 11), (200, 1), (500, 200)])
  func `any size at the start`(columns: Int, rows: Int) throws {
    let terminal = try PseudoTerminal([Program.path], columns: columns, rows: rows)
    #expect(terminal.wait { _ in terminal.screen.isAlternate && !terminal.isLineDisciplineRestored })
    terminal.resize(columns: 80, rows: 24)
    #expect(terminal.wait { Program.isShown(in: $0) })
    terminal.type("q")
    #expect(terminal.end() == .exited(0))
    #expect(terminal.isRestored)
  }

  @Test func `an unknown size is the usual one`() throws {
    let plain = try Program.start()
    let terminal = try Program.start(columns: 0, rows: 0)
    #expect(isSame(terminal, plain))
    terminal.type("q")
    #expect(terminal.end() == .exited(0))
  }

  @Test(arguments: [
    ["LINES": "5", "COLUMNS": "20"], ["LINES": "9999", "COLUMNS": "9999"], ["ESCDELAY": "-1"],
  ])
  func `the environment does not tell the size`(environment: [String: String]) throws {
    let plain = try Program.start()
    let terminal = try Program.start(environment: environment)
    #expect(isSame(terminal, plain))
    terminal.type("q")
    #expect(terminal.end() == .exited(0))
    #expect(terminal.isRestored)
  }

  @Test func `a storm of sizes ends in the right frame`() throws {
    let terminal = try Program.start()
    let first = terminal.screen.lines
    var generator = Steps(state: 1)
    for _ in 0..<150 {
      terminal.resize(
        columns: generator.next(below: 200) + 1, rows: generator.next(below: 60) + 1)
      terminal.pause()
      terminal.read()
    }
    for (columns, rows) in [(1, 1), (200, 60), (80, 24)] {
      terminal.resize(columns: columns, rows: rows)
      #expect(terminal.settle())
    }
    #expect(terminal.wait { Program.isShown(in: $0) })
    // The window's own way of keeping lines that no longer fit must not be seen: everything was drawn anew.
    let again = terminal.screen.lines
    #expect(again.count == first.count)
    terminal.type("q")
    #expect(terminal.end() == .exited(0))
    #expect(terminal.isRestored)
  }

  /// Whether both come to show the same; the frame of either may still be on its way.
  private func isSame(_ terminal: PseudoTerminal, _ other: PseudoTerminal) -> Bool {
    terminal.wait { lines in
      other.read()
      return lines == other.screen.lines
    }
  }

  /// The same choices in every run.
  private struct Steps {
    var state: UInt64

    mutating func next(below limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % limit
    }
  }
}
