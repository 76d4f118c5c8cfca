import Testing

@testable import Canvas
@testable import Domain
@testable import Figures
@testable import Output
@testable import Panels

/// A panel alone, on a board: keys go in, cells and effects come out, without the app.
struct PanelStage {
  let panel: any Panel
  var view = ViewState()
  var context: PanelContext
  /// What the panel asked for, in order.
  private(set) var effects: [PanelEffect] = []

  init(
    _ id: String, _ board: Board, _ language: Language = .en, glyphs: Glyphs = .blocks, width: Int = 80,
    height: Int = 22, today: Day = Fixture.today
  ) {
    panel = PanelRegistry.panel(id)
    context = PanelContext(
      board: board, today: today, language: language, glyphs: glyphs, width: width, height: height)
  }

  /// Presses keys one after the other, as they are bound without a configuration.
  mutating func press(_ keys: Key...) {
    for key in keys { press(key) }
  }

  private mutating func press(_ key: Key) {
    let binding = panel.keys.first {
      $0.perform != nil && $0.hint.keys.contains(key) && ($0.hint.isForRecords || !view.isOpen)
    }
    let effect: PanelEffect? =
      if view.input == nil, let perform = binding?.perform {
        perform(&view, context)
      } else {
        panel.update(&view, in: context, on: key)
      }
    if let effect, effect != .stay { effects.append(effect) }
  }

  /// Returns the values that a filter offers.
  func values(_ filter: String) -> [FilterValue] { panel.filterValues(filter, view, in: context) }

  /// Returns the stage after a value of a filter is chosen.
  func choosing(_ filter: String, _ value: String?) -> PanelStage {
    var stage = self
    stage.panel.setFilter(filter, to: value, &stage.view, in: context)
    return stage
  }

  mutating func type(_ text: String) {
    for character in text { press(.character(character)) }
  }

  /// What the panel paints on the whole of its room.
  var buffer: Buffer { buffer(context.width, context.height) }

  func buffer(_ width: Int, _ height: Int) -> Buffer {
    drawn(width, height) { panel.render(view, in: context, area: $0, into: &$1) }
  }

  var lines: [String] { buffer.lines }

  var underCursor: String { buffer.underCursor }

  var page: Page { panel.page(view, in: context) }

  var statements: [Statement] { panel.statements(view, in: context) }
}
