@testable import App
@testable import Canvas
@testable import Domain

extension KioskState {
  /// A kiosk of the small dataset on the day of all tests, at noon, with the clock for waiting at zero.
  static func small(_ options: KioskOptions = KioskOptions(), _ language: Language = .en) throws -> KioskState
  {
    of(try Fixture.small(), options, language)
  }

  static func builtIn(
    _ options: KioskOptions = KioskOptions(), _ language: Language = .zh, glyphs: Glyphs = .blocks
  ) throws -> KioskState {
    of(try Fixture.builtIn(), options, language, glyphs: glyphs)
  }

  static func of(
    _ dataset: Dataset?, _ options: KioskOptions = KioskOptions(), _ language: Language = .en,
    glyphs: Glyphs = .blocks
  ) -> KioskState {
    KioskState(
      dataset: dataset, asOf: nil, options: options,
      time: Moment(monotonic: 0, day: Fixture.today, minute: 720), language: language, theme: .dark,
      glyphs: glyphs, width: 120, height: 36)
  }

  /// Lets time pass by both clocks, within one day.
  mutating func wait(until milliseconds: Int) {
    _ = update(
      &self,
      .tick(Moment(monotonic: milliseconds, day: time.day, minute: (720 + milliseconds / 60_000) % 1440)))
  }

  mutating func type(_ keys: Key...) {
    for key in keys { _ = update(&self, .key(key)) }
  }

  var screen: [String] { KioskFrame.render(self).lines }
}
