import Testing

@testable import App
@testable import Canvas
@testable import Domain
@testable import Store

/// The rotation, by a clock that the tests set.
struct KioskUpdateTests {
  @Test func `a page stays for its interval, and after the last comes the first`() throws {
    var kiosk = try KioskState.small()
    let count = kiosk.pages.count
    #expect(count > 5)
    kiosk.wait(until: 14_999)
    #expect(kiosk.index == 0)
    for turn in 1...count {
      kiosk.wait(until: turn * 15_000)
      #expect(kiosk.index == turn % count)
      #expect(kiosk.shownAt == turn * 15_000)
    }
  }

  @Test func `a loop that was held up turns one page, not all that it missed`() throws {
    var kiosk = try KioskState.small()
    kiosk.wait(until: 100 * 15_000 + 7)
    #expect(kiosk.index == 1)
    #expect(kiosk.due == 101 * 15_000 + 7)
  }

  @Test func `a key holds the rotation until a minute of quiet has passed`() throws {
    var kiosk = try KioskState.small()
    kiosk.wait(until: 10_000)
    kiosk.type(.right)
    #expect(kiosk.index == 1)
    #expect(kiosk.isVisited)
    kiosk.wait(until: 50_000)
    kiosk.type(.right)
    kiosk.wait(until: 109_999)
    #expect(kiosk.index == 2)
    #expect(kiosk.isVisited)
    kiosk.wait(until: 110_000)
    #expect(kiosk.index == 3)
    #expect(!kiosk.isVisited)
    kiosk.wait(until: 125_000)
    #expect(kiosk.index == 4)
  }

  @Test func `arrows go round, digits to a view`() throws {
    var kiosk = try KioskState.small()
    kiosk.type(.left)
    #expect(kiosk.index == kiosk.pages.count - 1)
    kiosk.type(.right)
    #expect(kiosk.index == 0)
    kiosk.type(.down)
    #expect(kiosk.page == "clusters")
    kiosk.type(.down, .up)
    #expect(kiosk.page == "clusters")
    kiosk.type(.end, .home)
    #expect(kiosk.index == 0)
    for (index, view) in KioskRegistry.ids.enumerated() where kiosk.pages.contains(view) {
      kiosk.type(.character(Character(String(index + 1))))
      #expect(kiosk.pages.firstIndex(of: view) == kiosk.index)
    }
    kiosk.type(.character("２"))
    #expect(kiosk.page == "clusters")
    let before = kiosk.index
    kiosk.type(.character("0"), .character("9"), .character("٣"))
    #expect(kiosk.index == before)
  }

  /// What leaves, stops or writes elsewhere does nothing here, and is no visit.
  @Test func `no other key does anything`() throws {
    var kiosk = try KioskState.small()
    var keys: [Key] = (1...63).map { .function($0) }
    keys += "abcdefghijklmnopqrstuvwxyz@\\]^_".map { .control($0) }
    keys += "qQ:/?sdLTwxy,+[]<>; é界".map { .character($0) }
    keys += [.escape, .enter, .backspace, .delete, .insert]
    let before = kiosk.picture
    for key in keys {
      let ends = update(&kiosk, .key(key)) != nil
      #expect(!ends, "\(key)")
    }
    #expect(kiosk.picture == before)
    #expect(kiosk.due == 15_000)
  }

  @Test func `the keeper's keys end it, one after the other`() throws {
    var options = KioskOptions()
    options.exit = [.control("x"), .control("q")]
    var kiosk = try KioskState.small(options)
    let ends = [Key.control("q"), .control("x"), .right, .control("q"), .control("x"), .control("q")]
      .map { update(&kiosk, .key($0)) == .quit }
    #expect(ends == [false, false, false, false, false, true])
    var other = try KioskState.small()
    #expect(![Key.control("x"), .control("q")].contains { update(&other, .key($0)) == .quit })
  }

  @Test func `views are those that were asked for, in that order`() throws {
    var options = KioskOptions()
    options.views = ["sources", "overview"]
    var kiosk = try KioskState.small(options)
    #expect(kiosk.pages == ["sources", "overview"])
    kiosk.type(.character("2"))
    #expect(kiosk.page == "overview")
  }

  @Test func `a view without content is skipped`() throws {
    #expect(try KioskState.builtIn().pages == KioskRegistry.ids.filter { $0 != "dispatch" })
    var less = try Fixture.builtIn()
    less.projects = Records([])
    let views = KioskState.of(less).pages
    #expect(!views.contains("projects"))
    #expect(views.contains("overview"))
    #expect(KioskState.of(Dataset()).pages == [])
  }

  // MARK: Data

  @Test func `other data takes over, and the page stays`() throws {
    var kiosk = try KioskState.small()
    kiosk.type(.character("2"))
    let page = try #require(kiosk.page)
    let due = kiosk.due
    _ = update(&kiosk, .loaded(try Fixture.small()))
    #expect(kiosk.page == page)
    #expect(kiosk.due == due)
    var fewer = try Fixture.small()
    fewer.clusters = Records([])
    _ = update(&kiosk, .loaded(fewer))
    #expect(kiosk.page != nil)
    #expect(kiosk.page != page)
  }

  @Test func `a kiosk of a fixed day keeps it with new data and on a new day`() throws {
    let data = try Fixture.small()
    let day = Day.first(ofYear: 2022)
    var kiosk = KioskState(
      dataset: data, asOf: day, options: KioskOptions(),
      time: Moment(monotonic: 0, day: Fixture.today, minute: 720), language: .en, theme: .dark,
      glyphs: .blocks, width: 120, height: 36)
    _ = update(&kiosk, .loaded(data))
    #expect(kiosk.app.board.asOf == day)
    _ = update(&kiosk, .tick(Moment(monotonic: 1000, day: Day.first(ofYear: 2025), minute: 0)))
    #expect(kiosk.app.board.asOf == day && kiosk.app.today == Day.first(ofYear: 2025))
  }

  @Test func `refused data leave the last good data, with fault, place and time`() throws {
    var kiosk = try KioskState.small()
    let fault = Diagnostic(path: "/srv/figures.json", line: 3, column: 4, fault: .empty(key: "x"))
    _ = update(&kiosk, .refused(Refusal(fault: fault, count: 2, since: "2024-11-15 12:01")))
    _ = update(&kiosk, .refused(Refusal(fault: fault, count: 3, since: "2024-11-15 12:09")))
    let banner = try #require(kiosk.screen.first { $0.contains("figures.json:3:4") })
    #expect(banner.contains("2024-11-15 12:01"))
    #expect(kiosk.pages.count > 5)
    kiosk.wait(until: 15_000)
    #expect(kiosk.index == 1)
    _ = update(&kiosk, .loaded(try Fixture.small()))
    #expect(!kiosk.screen.contains { $0.contains("figures.json") })
  }

  @Test func `without data it waits with the reason, and begins when there are some`() throws {
    var kiosk = KioskState.of(nil)
    #expect(kiosk.screen.contains { $0.contains("Reading the data") })
    let fault = Diagnostic(path: "/srv/data", line: nil, column: nil, fault: .directoryMissing)
    _ = update(&kiosk, .refused(Refusal(fault: fault, count: 1, since: "2024-11-15 12:01")))
    #expect(kiosk.screen.contains { $0.contains("no such data directory") })
    #expect(kiosk.screen.contains { $0.contains("2024-11-15 12:01") })
    for time in stride(from: 0, to: 200_000, by: 5000) { kiosk.wait(until: time) }
    kiosk.type(.right, .character("1"), .down, .end)
    _ = update(&kiosk, .loaded(try Fixture.small()))
    #expect(kiosk.index == 0)
    #expect(kiosk.due == 195_000 + 15_000)
  }
}
