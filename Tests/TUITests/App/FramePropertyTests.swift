import Testing

@testable import App
@testable import Domain
@testable import Panels

/// What holds for every frame, whatever its size, look and data.
struct FramePropertyTests {
  private static let panels = PanelRegistry.all.map(\.id)

  @Test(arguments: panels) func `frames of random sizes are whole`(view: String) throws {
    let check = FrameCheck()
    try #require(check.hasLocale)
    var random = SplitMix(seed: 0x51_4A)
    let start = try Fixture.builtInState(view)
    let arranged = Arrangement.allCases.map { arrangement in
      var state = start
      arrangement.apply(to: &state)
      return state
    }
    for round in 0..<(TestSize.isFull ? 2000 : 40) {
      var state = arranged[round % arranged.count]
      let variant = FrameVariant.all[round % FrameVariant.all.count]
      variant.apply(to: &state)
      state.width = Int.random(in: 1...300, using: &random)
      state.height = Int.random(in: 1...100, using: &random)
      expectWhole(state, check, "\(Arrangement.allCases[round % arranged.count]) \(variant)")
    }
  }

  @Test(arguments: panels) func `frames of all small sizes are whole`(view: String) throws {
    let check = FrameCheck()
    try #require(check.hasLocale)
    var state = try Fixture.builtInState(view)
    for variant in FrameVariant.all where variant.overlay == nil || view == Self.panels[0] {
      variant.apply(to: &state)
      for width in 1...45 {
        for height in TestSize.some(of: Array(1...14), every: 2, turn: width) {
          (state.width, state.height) = (width, height)
          expectWhole(state, check, "\(variant)")
        }
      }
    }
  }

  @Test(arguments: panels) func `every arrangement is whole at the smallest and the usual sizes`(view: String)
    throws
  {
    let check = FrameCheck()
    let sizes = [(40, 12), (59, 13), (60, 12), (80, 24), (110, 22), (150, 50)]
    for arrangement in Arrangement.allCases {
      var state = try Fixture.builtInState(view)
      arrangement.apply(to: &state)
      for (turn, variant) in FrameVariant.all.filter({ $0.overlay == nil }).enumerated() {
        variant.apply(to: &state)
        for (width, height) in TestSize.some(of: sizes, every: 3, turn: turn) {
          (state.width, state.height) = (width, height)
          expectWhole(state, check, "\(arrangement) \(variant)")
        }
      }
    }
  }

  private func expectWhole(
    _ state: AppState, _ check: FrameCheck, _ look: String, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let buffer = Frame.render(state)
    guard let fault = check.fault(in: buffer, width: state.width, height: state.height) else { return }
    Issue.record(
      "\(state.view) \(state.width)x\(state.height) \(look): \(fault)", sourceLocation: sourceLocation)
  }

  /// The row under the cursor is on the screen, however small it is.
  @Test(arguments: panels) func `the cursor is always seen`(view: String) throws {
    var state = try Fixture.builtInState(view)
    let sizes = [(40, 12), (59, 24), (60, 12), (80, 24), (120, 36), (170, 20)]
    for step in 0..<20 {
      for (width, height) in TestSize.some(of: sizes, every: 3, turn: step / 3) {
        (state.width, state.height) = (width, height)
        state.updateView { $0.mode = step % 3 }
        let rows = Frame.render(state).cursorRows
        #expect(rows.count == 1, "\(width)x\(height), step \(step)")
      }
      state.press(.down)
    }
  }

  @Test(arguments: [(39, 12), (40, 11), (1, 1), (20, 5)])
  func `a screen that is too small shows the needed size`(width: Int, height: Int) throws {
    for language in Language.allCases {
      let state = try Fixture.smallState("overview", language, width: width, height: height)
      let said = language == .zh ? "现\(width)x\(height)，需40x12" : "now \(width)x\(height), need 40x12"
      let text = state.screen.joined()
      if width >= 20 { #expect(text == said) }
      #expect(!text.isEmpty || width < 2)
    }
  }

  // MARK: ASCII

  /// What documents print is quoted as they print it; all else is ASCII.
  @Test(arguments: panels) func `an English frame with ASCII glyphs is ASCII`(view: String) throws {
    let yuan = Unit.EnglishForm(prefix: "¥", suffix: "bn", factor: 0.1, digits: 2)
    let data = try Fixture.small().changingQuotes { _ in "quoted" }.writingMoney(as: yuan)
    for arrangement in Arrangement.allCases where arrangement != .typing {
      var state = Fixture.state(data, view, glyphs: .ascii)
      arrangement.apply(to: &state)
      for (width, height) in [(40, 12), (80, 24), (160, 50)] {
        (state.width, state.height) = (width, height)
        for overlay in [nil, AppState.Overlay.help, .palette, .citations] {
          state.overlay = overlay
          for line in state.screen where line.unicodeScalars.contains(where: { !$0.isASCII }) {
            withKnownIssue("some words and marks have no ASCII") {
              Issue.record("\(arrangement) \(width)x\(height): \(line)")
            } when: {
              Self.notYetASCII.contains { line.contains($0) }
            }
          }
        }
      }
    }
  }

  /// A comparator in the words of the data.
  private static let notYetASCII = ["≥", "≤"]

  // MARK: Hostile data

  /// Longer than any line; what takes long is left to the full size.
  private static let length = TestSize.isFull ? 10_000 : 600

  private static let hostileNames = [
    "a\u{1B}[2J\u{1B}]0;title\u{07}b", "one\ntwo\r\nthree\tfour\u{0B}five",
    "\u{202E}reversed\u{202C} \u{2066}x\u{2069}",
    "e" + String(repeating: "\u{301}", count: 500), String(repeating: "黔江a", count: length / 3), "",
    "\u{301}\u{200B}\u{FEFF}\u{0}", "👨‍👩‍👧‍👦🏴󠁧󠁢󠁥󠁮󠁧󠁿🇨🇳1️⃣", "\u{9B}31m\u{85}\u{2028}\u{E000}\u{10FFFF}",
    String(repeating: " ", count: length / 2),
    "한한글ﷺ", String(repeating: "w", count: length),
  ]

  @Test(arguments: panels) func `hostile names leave the frame clean`(view: String) throws {
    let check = FrameCheck()
    try #require(check.hasLocale)
    let looks = [
      (FrameVariant.all[0], (40, 12)), (FrameVariant.all[9], (80, 24)), (FrameVariant.all[14], (155, 40)),
    ]
    for (index, text) in Self.hostileNames.enumerated() {
      let data = try Fixture.small().renamed(Name(zh: text, en: text))
      var state = Fixture.state(data, view)
      for (turn, arrangement) in [Arrangement.first, .opened].enumerated() {
        arrangement.apply(to: &state)
        for (variant, size) in TestSize.some(of: looks, every: 3, turn: index + turn) {
          variant.apply(to: &state)
          (state.width, state.height) = size
          expectWhole(state, check, "name \(index) \(arrangement) \(variant)")
        }
      }
    }
  }

  @Test(arguments: panels) func `values of any size are drawn`(view: String) throws {
    let check = FrameCheck()
    for value in [
      0.0, -0.0, -1, .leastNonzeroMagnitude, 1e-300, 1e15, 1e300, -1e300, .greatestFiniteMagnitude,
    ] {
      var data = try Fixture.small()
      data.figures = Records(
        data.figures.enumerated().map { index, figure in
          index % 3 == 0 || index % 5 == 0 ? figure.replacing(value: value) : figure
        })
      var state = Fixture.state(data, view)
      for arrangement in [Arrangement.first, .opened] {
        arrangement.apply(to: &state)
        for (width, height) in [(40, 12), (120, 36), (160, 50)] {
          (state.width, state.height) = (width, height)
          expectWhole(state, check, "\(value) \(arrangement)")
        }
      }
    }
  }

  @Test(arguments: panels) func `an empty dataset is drawn`(view: String) {
    let check = FrameCheck()
    let empty = Fixture.state(Dataset(), view)
    for arrangement in Arrangement.allCases {
      var state = empty
      arrangement.apply(to: &state)
      for (turn, variant) in FrameVariant.all.enumerated() {
        variant.apply(to: &state)
        for (width, height) in TestSize.some(of: [(40, 12), (80, 24), (160, 50)], every: 3, turn: turn) {
          (state.width, state.height) = (width, height)
          expectWhole(state, check, "\(arrangement) \(variant)")
        }
      }
    }
  }
}
