import Testing

@testable import App
@testable import Domain

/// The clock on the wall is only shown: whatever it does, the rotation goes on and no age is negative.
struct KioskClockTests {
  private struct Step: CustomStringConvertible {
    var day: Day
    var minute: Int
    var description: String { "\(day) \(minute)" }
  }

  private static let steps: [Step] = [
    // An hour forth and back, five seconds back over midnight, a day, a year.
    ("2024-11-15", 780), ("2024-11-15", 660), ("2024-11-14", 1439), ("2024-11-16", 720), ("2023-11-15", 720),
    // Before and after the end of 32 bits, the beginning of all counting, and back.
    ("2038-01-19", 194), ("2038-01-20", 0), ("2107-02-28", 1), ("1970-01-01", 0), ("9999-12-31", 1439),
    ("2024-11-15", 720),
  ].compactMap { text, minute in Day(text).map { Step(day: $0, minute: minute) } }

  @Test(arguments: Language.allCases) func `steps do no harm`(language: Language) throws {
    var kiosk = try KioskState.builtIn(KioskOptions(), language)
    let first = kiosk
    var now = 0
    #expect(Self.steps.count == 11)
    for step in Self.steps {
      now += 15_000
      let before = kiosk.index
      _ = update(&kiosk, .tick(Moment(monotonic: now, day: step.day, minute: step.minute)))
      #expect(kiosk.index == (before + 1) % kiosk.pages.count, "\(step)")
      #expect(kiosk.due == now + 15_000, "\(step)")
      let foot = kiosk.screen.last { !$0.isEmpty } ?? ""
      let wrong = language == .zh ? "时钟有误" : "the clock is wrong"
      #expect(foot.contains(wrong) == (step.day.year < 2024), "\(step): \(foot)")
      #expect(!foot.contains(" -") && !foot.contains("今-"), "\(step): \(foot)")
    }
    #expect(kiosk.pages == first.pages)
    #expect(kiosk.app.board.asOf == first.app.board.asOf)
  }

  @Test func `a clock before the documents is called wrong, and hides nothing`() throws {
    var kiosk = try KioskState.builtIn(KioskOptions(), .en)
    let pages = kiosk.pages
    _ = update(&kiosk, .tick(Moment(monotonic: 1, day: .first(ofYear: 1970), minute: 0)))
    #expect(kiosk.pages == pages)
    #expect(kiosk.screen.contains { $0.contains("figures of 2022, the clock is wrong") })
    _ = update(&kiosk, .tick(Moment(monotonic: 2, day: Fixture.today, minute: 0)))
    #expect(kiosk.screen.contains { $0.contains("figures of 2022, 22 months old") })
  }

  @Test func `a page stays by the clock that nobody sets`() throws {
    var kiosk = try KioskState.small()
    _ = update(&kiosk, .tick(Moment(monotonic: 14_999, day: .distantFuture, minute: 0)))
    #expect(kiosk.index == 0)
    _ = update(&kiosk, .tick(Moment(monotonic: 15_000, day: .distantPast, minute: 0)))
    #expect(kiosk.index == 1)
  }

  @Test func `hours of the night go over midnight`() throws {
    let night = try #require(DimHours("22:00-06:30"))
    #expect([1320, 1439, 0, 389].allSatisfy(night.contains))
    #expect(![1319, 390, 720].contains(where: night.contains))
    let noon = try #require(DimHours("12:00-13:00"))
    #expect(noon.contains(720))
    #expect(!noon.contains(780))
    #expect(!noon.contains(0))
    #expect(night.description == "22:00-06:30")
    let wrong = [
      "", "22:00", "22-6", "24:00-06:00", "22:60-06:00", "22:00-22:00", "22:00-06:30-", "+2:00-06:00",
      "２２:00-06:00",
    ]
    #expect(wrong.filter { DimHours($0) != nil } == [])
  }

  @Test func `the night takes the light out and leaves the words`() throws {
    var options = KioskOptions()
    options.dim = DimHours("13:00-06:00")
    var kiosk = try KioskState.builtIn(options)
    let bright = KioskFrame.render(kiosk)
    _ = update(&kiosk, .tick(Moment(monotonic: 10, day: Fixture.today, minute: 780)))
    let dark = KioskFrame.render(kiosk)
    #expect(bright.lines[0].replacing("12:00", with: "13:00") == dark.lines[0])
    #expect(dark.cells.allSatisfy { $0.style.background == .plain && $0.style.attributes == [.dim] })
    #expect(dark.cells.contains { $0.style.foreground == .farBehind })
  }
}
