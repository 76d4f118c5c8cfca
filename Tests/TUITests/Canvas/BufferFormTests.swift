import Testing

@testable import App
@testable import Canvas
@testable import Domain
@testable import Panels

/// Frames as text with escape sequences and as pages: the same cells in the same colours.
struct BufferFormTests {
  private func sample() -> Buffer {
    var buffer = Buffer(width: 12, height: 3)
    buffer.put("新<b>", x: 0, y: 0, style: Style(.reached))
    buffer.put("─ x", x: 6, y: 0)
    buffer.put("选", x: 1, y: 1, style: Style(.selection, on: .selection, .bold))
    return buffer
  }

  @Test func `escape sequences`() {
    #expect(
      sample().ansiLines(.dark) == [
        "\u{1B}[0;38;5;78m新<b>\u{1B}[0m ─ x", " \u{1B}[0;1;38;5;117;48;5;237m选\u{1B}[0m", "",
      ])
    #expect(
      sample().ansiLines(.monochrome) == ["新<b> ─ x", " \u{1B}[0;1;7m选\u{1B}[0m", ""])
  }

  @Test func `a page`() {
    let page = sample().html(.dark, title: "<标题> & \"x\"", .zh)
    #expect(page.contains("<title>&lt;标题&gt; &amp; &quot;x&quot;</title>"))
    #expect(
      page.contains(
        """
        <pre><span style="color:#5fd787"><i class="w">新</i>&lt;b&gt;</span> <i>─</i> x
         <span style="color:#87d7ff;background:#3a3a3a;font-weight:bold"><i class="w">选</i></span>
        </pre>
        """))
    let other = sample().html(.monochrome, title: "", .en)
    #expect(other.contains("<html lang=\"en\">") && other.contains("background:#1c1c1c;font-weight:bold"))
  }

  @Test(arguments: [
    (0, "#000000"), (15, "#ffffff"), (16, "#000000"), (80, "#5fd7d7"), (231, "#ffffff"), (232, "#080808"),
    (255, "#eeeeee"),
  ])
  func `the colours of xterm`(number: Int, hex: String) {
    #expect(PageColour(Int16(number)).hex == hex)
  }

  /// By the formula of WCAG 2.1: white on black is 21; 0.2126 of red is (0.2126 + 0.05) / 0.05 = 5.25.
  @Test(arguments: [("#ffffff", "#000000", 21.0), ("#ff0000", "#000000", 5.25), ("#777777", "#ffffff", 4.48)])
  func `contrast`(ink: String, paper: String, ratio: Double) {
    #expect(abs(PageColour(hex: ink).contrast(to: PageColour(hex: paper)) - ratio) < 0.01)
  }

  @Test(arguments: Theme.all)
  func `every colour of a page can be read on its paper`(theme: Theme) {
    let palette = PagePalette(theme)
    for number in Int16(0)...255 {
      for attributes in [[], .dim, .reverse, [.dim, .reverse]] as [Style.Attributes] {
        let looks = [(number, Int16(-1)), (-1, number), (number, 255 - number)]
        for (foreground, background) in looks {
          let paint = Paint(foreground: foreground, background: background, attributes: attributes)
          let parts = palette.style(paint).split(separator: ";").map {
            $0.split(separator: ":").map(String.init)
          }
          let ink = parts.first { $0[0] == "color" }?[1] ?? palette.foreground
          let paper = parts.first { $0[0] == "background" }?[1] ?? palette.background
          let contrast = PageColour(hex: ink).contrast(to: PageColour(hex: paper))
          // Whole numbers of 255 are a little off.
          if contrast < 4.45 { Issue.record("\(ink) on \(paper): \(contrast)") }
        }
      }
    }
  }

  @Test(arguments: PanelRegistry.all.map(\.id), Language.allCases)
  func `whole frames keep their text and their colours`(view: String, language: Language) throws {
    for theme in Theme.all {
      var state = try Fixture.builtInState(view, language)
      state.theme = theme
      let frame = Frame.render(state)
      let ansi = frame.ansiLines(theme).map(Painted.init(ansi:))
      #expect(ansi.map(\.text) == frame.lines || trimmed(ansi.map(\.text)) == frame.lines)
      let page = frame.html(theme, title: "", language)
      let start = try #require(page.range(of: "<pre>")).upperBound
      let end = try #require(page.range(of: "</pre>")).lowerBound
      let html = page[start..<end].split(separator: "\n", omittingEmptySubsequences: false)
        .map { Painted(html: String($0)) }
      #expect(trimmed(html.map(\.text)) == frame.lines)
      for y in 0..<frame.height {
        let paints = (0..<frame.width).compactMap { frame[$0, y] }.filter { $0.width > 0 }
          .map { theme.paint($0.style, colours: 256) }
        #expect(ansi[y].looks == paints.prefix(ansi[y].looks.count).map(Painted.codes))
        let palette = PagePalette(theme)
        #expect(html[y].looks == paints.prefix(html[y].looks.count).map(palette.style))
        // What is left out at the end cannot be seen.
        #expect(
          paints.dropFirst(html[y].looks.count).allSatisfy {
            $0.background == -1 && !$0.attributes.contains(.reverse)
          })
      }
    }
  }

  private func trimmed(_ lines: [String]) -> [String] {
    lines.map { line in
      var line = line
      while line.last == " " { line.removeLast() }
      return line
    }
  }
}

/// Text with the look of each character, read from what was written.
private struct Painted {
  var text = ""
  var looks: [String] = []

  /// The parameters of a look, as they are written.
  static func codes(_ paint: Paint) -> String {
    var codes: [String] = []
    if paint.attributes.contains(.bold) { codes.append("1") }
    if paint.attributes.contains(.dim) { codes.append("2") }
    if paint.attributes.contains(.underline) { codes.append("4") }
    if paint.attributes.contains(.reverse) { codes.append("7") }
    if paint.foreground >= 0 { codes.append("38;5;\(paint.foreground)") }
    if paint.background >= 0 { codes.append("48;5;\(paint.background)") }
    return codes.joined(separator: ";")
  }

  init(ansi line: String) {
    var look = ""
    var rest = line[...]
    while let character = rest.popFirst() {
      if character == "\u{1B}" {
        let sequence = rest.prefix { $0 != "m" }
        rest = rest.dropFirst(sequence.count + 1)
        look = sequence.dropFirst().split(separator: ";").dropFirst().joined(separator: ";")
      } else {
        text.append(character)
        looks.append(look)
      }
    }
  }

  init(html line: String) {
    var look = ""
    var rest = line[...]
    let entities = ["lt": "<", "gt": ">", "amp": "&", "quot": "\"", "#39": "'"]
    while let character = rest.popFirst() {
      if character == "<" {
        let tag = rest.prefix { $0 != ">" }
        rest = rest.dropFirst(tag.count + 1)
        if tag == "/span" { look = "" }
        if tag.hasPrefix("span") { look = String(tag.dropFirst(12).dropLast()) }
      } else if character == "&" {
        let name = rest.prefix { $0 != ";" }
        rest = rest.dropFirst(name.count + 1)
        text += entities[String(name)] ?? "?"
        looks.append(look)
      } else {
        text.append(character)
        looks.append(look)
      }
    }
  }
}

extension String {
  fileprivate func range(of part: String) -> Range<String.Index>? {
    var start = startIndex
    while start < endIndex {
      if self[start...].hasPrefix(part) { return start..<index(start, offsetBy: part.count) }
      start = index(after: start)
    }
    return nil
  }
}
