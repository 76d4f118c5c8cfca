@testable import App
@testable import Canvas
@testable import Domain

/// The looks that every view must work in.
struct FrameVariant: CustomStringConvertible, Sendable {
  var language: Language
  var glyphs: Glyphs
  var overlay: AppState.Overlay?

  static let all: [FrameVariant] = Language.allCases.flatMap { language in
    [Glyphs.blocks, .ascii].flatMap { glyphs in
      [nil, AppState.Overlay.help, .citations, .palette, .search].map {
        FrameVariant(language: language, glyphs: glyphs, overlay: $0)
      }
    }
  }

  func apply(to state: inout AppState) {
    state.language = language
    state.glyphs = glyphs
    state.overlay = overlay
  }

  var description: String {
    let look = glyphs.isASCII ? "ascii" : "blocks"
    return "\(language) \(look) \(overlay.map { "\($0)" } ?? "no overlay")"
  }
}

/// What a view can be brought into by keys: arrangements, an opened record, a filter being typed.
enum Arrangement: CaseIterable {
  case first, second, third, opened, scrolled, last, typing

  func apply(to state: inout AppState) {
    switch self {
    case .first: break
    case .second: state.press(.character(" "))
    case .third: state.press(.character(" "), .character(" "), .character("+"))
    case .opened: state.press(.down, .enter)
    case .scrolled: state.press(.enter, .pageDown, .end)
    case .last: state.press(.end)
    case .typing:
      state.press(.character(","))
      state.type("项目q")
    }
  }
}
