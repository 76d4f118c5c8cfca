import Testing

@testable import App
@testable import Canvas
@testable import Domain
@testable import Panels
@testable import Store

/// Data that is broken, or meant to do harm: nothing crashes, nothing reaches the terminal but characters.
struct HostileDataTests {
  /// By the classes of the Big List of Naughty Strings (Max Woolf, MIT) and what terminals are attacked with. The strings are
  /// our own.
  static let naughty: [String] = [
    // Nothing and nearly nothing
    " ", "\u{A0}", "\u{3000}", "\u{200B}", "\u{FEFF}", "\u{2060}", "\t", "\n", "\r\n", "\u{B}\u{C}", "\u{85}",
    "\u{2028}", "\u{180E}",
    // Controls, and sequences for the terminal
    "\u{1}\u{2}\u{7}\u{8}", "\u{1B}[31mred\u{1B}[0m", "\u{1B}]0;title\u{7}", "\u{1B}]52;c;cm0gLXJm\u{1B}\\",
    "\u{1B}[2J\u{1B}[H",
    "\u{1B}c", "\u{1B}P$q\"p\u{1B}\\", "\u{1B}[6n", "\u{1B}[?1049l", "\u{9B}31m", "\u{9D}0;x\u{9C}",
    "\u{90}q\u{9C}", "\u{1B}#8", "\u{E}\u{F}",
    "\u{7F}\u{7F}", "a\u{8}\u{8}\u{8}b", "\u{1B}(0lqk", "\u{1B}]8;;http://a\u{1B}\\link\u{1B}]8;;\u{1B}\\",
    "\u{0}", "a\u{0}b", "%s%n%x", "\\033[31m",
    // Direction and invisible characters
    "\u{202E}drow", "\u{202A}\u{202B}\u{202C}\u{202D}", "\u{2066}a\u{2067}b\u{2068}c\u{2069}",
    "\u{200E}\u{200F}\u{61C}", "\u{FFF9}a\u{FFFA}b\u{FFFB}",
    "\u{E0001}\u{E0041}\u{E007F}", "שלום עולם", "مرحبا بالعالم", "ﷺ", "א\u{202D}ב", "\u{AD}soft\u{AD}",
    "a\u{34F}b",
    // Combining marks and clusters
    String(repeating: "e\u{301}\u{302}\u{303}\u{304}\u{305}", count: 20),
    "a" + String(repeating: "\u{300}", count: 500), "\u{301}lead",
    "Z\u{335}\u{321}a\u{328}\u{327}l\u{334}g\u{31B}o\u{322}", "ก้้้้้้้้้้้้", "क्षि", "நி", "각", "\u{1100}\u{1161}\u{11A8}",
    "\u{1100}\u{1100}\u{1161}\u{1161}", "\u{20DD}",
    // Emoji, flags, sequences
    "😍", "👩🏽", "👨‍👩‍👧‍👦", "🏴󠁧󠁢󠁥󠁮󠁧󠁿", "🇨🇳🇺🇸🇨", "❤️", "1️⃣", "✈︎✈️", "🏻", "🀄︎", "⌚️",
    // Width
    "Ｆｕｌｌｗｉｄｔｈ", "ﾊﾝｶｸ", "①②…·—“”±×", "∀∂∈ℝ∧∪≡∞", "█▓▒░", "⁰⁴⁵₀₁₂", "𝐓𝐡𝐞", "𠜎𠜱𠝹", "㍿㌔", "ÅÅ", "ﬁﬃ", "ǅ",
    "İıſẞ", "\u{FFFD}", "\u{FFFE}\u{FFFF}",
    "\u{E000}\u{F8FF}\u{10FFFD}", "\u{378}\u{530}\u{1FAFF}", "\u{1F000}\u{2FFFD}",
    // What programs take for something else
    "null", "NaN", "-Infinity", "1e1000", "0x0", "undefined", "true", "None", "../../etc/passwd", "C:\\CON",
    "file:///etc/passwd",
    "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "'; DROP TABLE plans; --", "$(id)", "`id`",
    "=1+1", "@SUM(A1)", "|", "*_~#[]()!`",
    "{{7*7}}", "${x}", "%00", "&amp;&#0;", "--help", "-rf", "a,b;c\"d\"", "]]>", "\"\"\"'''", "\\", "\\\"",
    "/", "//", ";", "…",
    String(repeating: "长", count: 3000), String(repeating: "W", count: 5000),
    String(repeating: " ", count: 2000) + "x",
  ]

  private static let mutants = TestSize.isFull ? 100_000 : 60
  private static let sizes = [(80, 24), (40, 12), (200, 60)]

  /// Text on the screen, in lists and in messages.
  @Test func `naughty strings in every text of a dataset`() throws {
    let check = FrameCheck()
    try #require(check.hasLocale)
    let files = try InputFile.readDirectory("\(Fixture.package)/fixtures/small")
    var shown = 0
    for (number, text) in Self.naughty.enumerated() {
      let hostile = Mutation.replacingTexts(of: files, by: text)
      shown += try draw(hostile, number, check, "\(text.debugDescription)") ? 1 : 0
    }
    // None of them is a reason to refuse data.
    #expect(shown == Self.naughty.count)
  }

  /// At full size the seed is another one in every run, and printed.
  @Test func `mutants of our own files`() throws {
    let check = FrameCheck()
    try #require(check.hasLocale)
    let seed = TestSize.isFull ? UInt64.random(in: 0..<1 << 32) : 0x51_4A
    var random = SplitMix(seed: seed)
    let files = try InputFile.readDirectory("\(Fixture.package)/fixtures/small")
    var shown = 0
    var longest = Duration.zero
    for number in 0..<Self.mutants {
      let mutant = Mutation.random(files, using: &random)
      let time = try ContinuousClock().measure {
        shown += try draw(mutant, number, check, "seed \(seed), number \(number)") ? 1 : 0
      }
      longest = max(longest, time)
    }
    if TestSize.isFull {
      print(
        "mutants: \(Self.mutants) tried, \(shown) shown, \(Self.mutants - shown) refused, the longest took "
          + "\(longest), seed \(seed)")
    }
  }

  /// - Returns: whether the data was accepted; what is refused must say where and why.
  private func draw(_ files: [InputFile], _ number: Int, _ check: FrameCheck, _ name: String) throws -> Bool {
    do throws(LoadFailure) {
      let loaded = try DatasetLoader.load(files: files, place: "data")
      for diagnostic in loaded.warnings { expectPlace(diagnostic, name) }
      for (index, panel) in TestSize.some(of: Array(PanelRegistry.all.enumerated()), every: 3, turn: number) {
        let (width, height) = Self.sizes[(index + number / 3) % Self.sizes.count]
        let state = Fixture.state(
          loaded.dataset, panel.id, index % 2 == 0 ? .zh : .en, width: width, height: height)
        let buffer = Frame.render(state)
        if let fault = check.fault(in: buffer, width: width, height: height) {
          Issue.record("\(panel.id): \(fault); \(name)")
        }
        if buffer.lines.allSatisfy({ $0.allSatisfy { $0 == " " } }) {
          Issue.record("\(panel.id) is blank; \(name)")
        }
      }
      return true
    } catch {
      #expect(!error.diagnostics.isEmpty)
      for diagnostic in error.diagnostics { expectPlace(diagnostic, name) }
      return false
    }
  }

  private func expectPlace(_ diagnostic: Diagnostic, _ name: String) {
    for language in Language.allCases {
      let message = TextWidth.cleaned(diagnostic.message(language))
      let isClean = message.unicodeScalars.allSatisfy {
        $0.value >= 0x20 && !(0x7F...0x9F).contains($0.value)
      }
      if message.isEmpty || !isClean { Issue.record("\(message.debugDescription); \(name)") }
      // A file that is missing has no line.
      if diagnostic.severity == .error, diagnostic.path != "data",
        diagnostic.line == nil || diagnostic.column == nil
      {
        Issue.record("no place: \(message); \(name)")
      }
    }
  }
}
