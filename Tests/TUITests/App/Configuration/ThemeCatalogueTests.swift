import Glibc
import Testing

@testable import Canvas
@testable import Store

struct ThemeCatalogueTests {
  @Test func `the files of the program are in order, and say all that others inherit`() {
    let (themes, faults) = Theme.catalogue(ThemeFile.builtIn)
    #expect(faults.map { $0.message(.en) } == [])
    #expect(themes.map(\.name) == ["dark", "light", "high-contrast", "colour-blind", "monochrome"])
    for file in ThemeFile.builtIn.compactMap({ ThemeFile.read($0).0 })
    where file.base == nil && file.kind.value != .monochrome {
      #expect(Set(file.entries.map(\.role.value)) == Set(Role.allCases.map(\.name)), "\(file.name.value)")
    }
  }

  /// Relative luminance and contrast as WCAG 2.1 defines them; borders and tracks are no text.
  @Test(arguments: [
    ("dark", 0.0, 4.5), ("light", 1.0, 4.5), ("colour-blind", 0.0, 4.5), ("high-contrast", 0.0, 7.0),
  ])
  func `text can be read`(name: String, paper: Double, least: Double) throws {
    let theme = try #require(Theme.all.first { $0.name == name })
    let backed: Set<Role> = [.selection, .header, .banner, .conflict]
    for role in Role.allCases where role != .border && role != .track {
      let own = theme.paint(Style(role, on: backed.contains(role) ? role : .plain), colours: 256)
      let back = own.background < 0 ? paper : Self.luminance(own.background)
      let front = own.foreground < 0 ? 1 - paper : Self.luminance(own.foreground)
      let contrast = (max(front, back) + 0.05) / (min(front, back) + 0.05)
      #expect(contrast >= least, "\(name) \(role): \(contrast)")
    }
  }

  /// Of a number from 16 on in the palette of xterm.
  private static func luminance(_ colour: Int16) -> Double {
    let number = Int(colour)
    let steps = [0.0, 95, 135, 175, 215, 255]
    let grey = Double(8 + 10 * (number - 232))
    let cube = number - 16
    let parts =
      number >= 232 ? [grey, grey, grey] : [steps[cube / 36], steps[cube / 6 % 6], steps[cube % 6]]
    let linear = parts.map { part in
      let value = part / 255
      return value <= 0.03928 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
  }

  private func catalogue(_ text: String) -> (themes: [Theme], faults: [String]) {
    let file = InputFile(path: "mine.json", name: "mine.json", bytes: Array(text.utf8))
    let (themes, faults) = Theme.catalogue([file])
    return (themes, faults.map { $0.message(.en) })
  }

  @Test func `missing colours of a theme come from the base of its kind`() throws {
    let text = #"{"name": "mine", "kind": "light", "colors": {"reached": {"text": [22, 2]}}}"#
    let (themes, faults) = catalogue(text)
    #expect(faults.isEmpty)
    let mine = try #require(themes.last)
    #expect(mine.name == "mine")
    #expect(mine.paint(Style(.reached), colours: 256).foreground == 22)
    let banner = Style(.banner, on: .banner)
    #expect(mine.paint(banner, colours: 256) == Theme.light.paint(banner, colours: 256))
  }

  @Test(arguments: [
    (
      #"{"name": "mine", "kind": "light", "base": "dark"}"#,
      "mine.json:1:43: error: 'base' is 'dark', which is dark; a light theme can only inherit from a light theme"
    ),
    (
      #"{"name": "mine", "kind": "dark", "colors": {"reachd": {"text": [1, 1]}}}"#,
      "mine.json:1:45: warning: no role 'reachd'"
    ),
    (
      #"{"name": "mine", "kind": "dark", "colors": {"reached": {"text": [300, 1]}}}"#,
      "mine.json:1:65: error: 'text' must be two whole numbers"
    ),
    (#"{"name": "other", "kind": "dark"}"#, "mine.json:1:10: error: 'name' is 'other'"),
    (#"{"name": "mine"}"#, "mine.json:1:1: error: "),
  ])
  func `a fault of a theme has its place`(text: String, message: String) {
    let faults = catalogue(text).faults
    #expect(faults.count == 1, "\(faults)")
    #expect(faults.first?.hasPrefix(message) == true, "\(faults)")
  }
}
