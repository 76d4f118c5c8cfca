import Testing

@testable import Canvas

struct ThemeTests {
  @Test(arguments: Theme.all) func `text of the terminal's own colour is never on a background of the theme`(
    theme: Theme
  ) {
    for background in Role.allCases {
      for foreground in Role.allCases {
        for colours in [8, 16, 256] {
          let paint = theme.paint(Style(foreground, on: background), colours: colours)
          #expect(
            paint.background < 0 || paint.foreground >= 0, "\(theme.name) \(foreground) on \(background)")
        }
      }
    }
  }

  @Test(arguments: Role.allCases) func `a role is called in files what it is called in the code`(role: Role) {
    let words = "\(role)".map { $0.isUppercase ? "_" + $0.lowercased() : String($0) }.joined()
    #expect(role.name == words && Role(name: words) == role)
  }

  @Test func `names are unique`() {
    #expect(Set(Theme.all.map(\.name)).count == Theme.all.count)
  }

  @Test(arguments: [0, 2, 8, 16, 88, 256])
  func `no colour is outside the palette`(colours: Int) {
    for theme in Theme.all {
      for foreground in Role.allCases {
        for background in Role.allCases {
          let paint = theme.paint(Style(foreground, on: background), colours: colours)
          #expect((-1..<max(0, colours)).contains(Int(paint.foreground)))
          #expect((-1..<max(0, colours)).contains(Int(paint.background)))
        }
      }
    }
  }

  @Test func `text never has the colour of its background`() {
    for theme in [Theme.dark, .light, .colourBlind] {
      for colours in [8, 16, 256] {
        for background in [Role.plain, .selection, .header, .banner] {
          for foreground in Role.allCases where foreground != .border && foreground != .track {
            let paint = theme.paint(Style(foreground, on: background), colours: colours)
            #expect(
              paint.foreground < 0 || paint.foreground != paint.background,
              "\(theme.name) \(colours) \(foreground) on \(background)")
          }
        }
      }
    }
  }

  @Test func `without colours the attributes tell`() {
    let style = Style(.strong, on: .selection, .underline)
    let paint = Paint(foreground: -1, background: -1, attributes: [.bold, .reverse, .underline])
    #expect(Theme.monochrome.paint(style, colours: 256) == paint)
    #expect(Theme.dark.paint(style, colours: 0) == paint)
  }

  @Test func `the statuses of the colour-blind theme differ by blue and orange`() {
    let statuses: [Role] = [.reached, .onPace, .slightlyBehind, .behind, .farBehind, .noData, .stale]
    let colours = statuses.map { Theme.colourBlind.paint(Style($0), colours: 256).foreground }
    #expect(Set(colours).count == statuses.count)
  }
}
