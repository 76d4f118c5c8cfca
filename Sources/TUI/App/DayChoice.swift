import Canvas
import Domain
import Figures

/// A day typed into the palette: `2021-12-31`, `2021-12` or `2021`.
enum DayChoice {
  /// Returns the palette choices for the typed day; none if the text is not a day.
  static func choices(_ state: AppState) -> [Choice] {
    let typed = String(state.query.map(\.halfWidth)).split(separator: " ").joined()
    if nowWords.contains(where: { !typed.isEmpty && $0.hasPrefix(typed.lowercased()) }) {
      return [now(state)]
    }
    guard let date = PartialDate(calendar: typed) else { return [] }
    let day = min(date.latest, state.today)
    let isFuture = date.earliest > state.today
    let words =
      isFuture
      ? Name(zh: "尚未到来，显示今日 \(day) 所知", en: "still to come: as known today, \(day)")
      : Name(zh: "历史时点 \(day)", en: "as known on \(day)")
    let title = Line([Span(TextWidth.padded(typed, to: 14), .key), Span(state.text(words))])
    return [
      Choice(title: title) {
        go(to: day, &$0)
        return nil
      }
    ]
  }

  /// Words that lead back to today while an earlier day is shown.
  private static let nowWords = ["today", "now", "newest", "今天", "今日", "现在", "最新"]

  static func isToday(_ text: String) -> Bool { nowWords.contains(text.lowercased()) }

  private static func now(_ state: AppState) -> Choice {
    let words = Name(zh: "回到今天所知", en: "as known today")
    let title = Line([Span(TextWidth.padded(state.today.description, to: 14), .key), Span(state.text(words))])
    return Choice(title: title) {
      go(to: $0.today, &$0)
      return nil
    }
  }

  static func go(to day: Day, _ state: inout AppState) {
    let day = min(day, state.today)
    state.board = Board(state.board.complete, asOf: day)
    if state.steps.first.map({ day < $0 }) ?? true {
      state.sayProblem("\(day) 尚无资料", "no documents on \(day)")
    } else {
      state.say("历史时点 \(day)", "as known on \(day)")
    }
  }
}
