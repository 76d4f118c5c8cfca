@testable import App
@testable import Domain

extension RunLoop {
  /// A loop whose clock stands still, on the days that a test sets.
  init(
    today: @escaping () -> Day, restOfDay: @escaping () -> Int? = { nil },
    feed: (news: () -> Event?, timeout: () -> Int)? = nil
  ) {
    self.init(
      time: { Moment(monotonic: 0, day: today(), minute: 720) }, restOfDay: restOfDay, feed: feed)
  }
}

extension Event {
  /// Time passes to a day.
  static func day(_ day: Day) -> Event { .tick(Moment(monotonic: 0, day: day, minute: 720)) }
}
