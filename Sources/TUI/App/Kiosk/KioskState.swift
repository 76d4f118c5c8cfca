import Canvas
import Domain

/// The configuration of a kiosk.
package struct KioskOptions: Equatable, Sendable {
  /// How long a page is shown, in milliseconds.
  package var interval = 15_000
  /// The views in the rotation, see ``KioskRegistry``, in rotation order.
  package var views = KioskRegistry.ids
  /// Milliseconds without a key after which the rotation continues.
  package var quiet = 60_000
  /// The hours in which the screen is dimmed; nil for none.
  package var dim: DimHours?
  /// The keys that end the kiosk when pressed in sequence; empty if no keys do.
  package var exit: [Key] = []
  /// The maximum number of keys in the exit sequence.
  package static let longestExit = 16

  /// Creates the default options.
  package init() {}
}

/// The whole state of a kiosk as a value.
package struct KioskState: Sendable {
  /// The data and the appearance. Its view, overlay and selections are not used.
  package internal(set) var app: AppState
  /// The options of the command.
  package let options: KioskOptions
  /// The time of the last event.
  package internal(set) var time: Moment
  /// Whether there has ever been data to show.
  package internal(set) var hasData: Bool
  /// The views with something to show, in rotation order.
  package internal(set) var pages: [String] = []
  package internal(set) var index = 0
  /// When the page appeared, on the monotonic clock; `due` is when it changes.
  package internal(set) var shownAt: Int
  /// The monotonic time of the next turn, in milliseconds.
  package internal(set) var due: Int
  /// Whether a visitor is using the kiosk, so that the rotation waits.
  package internal(set) var isVisited = false
  /// Pages turned since the start.
  package internal(set) var turns = 0
  /// Incremented by changes of data and size, so that they are drawn.
  var generation = 0
  /// The last keys, while they may be the start of the exit sequence.
  var typed: [Key] = []
  /// The fixed day as of which data is shown; nil for all data.
  let fixedDay: Day?

  /// - Parameters:
  ///   - options: the pages, times and keys of the kiosk.
  ///   - time: the time at the start.
  ///   - language: the language of the screen.
  ///   - theme: the theme of the screen.
  ///   - glyphs: the characters that the terminal can draw.
  ///   - width: the width in cells.
  ///   - height: the height in cells.
  ///   - dataset: the data; nil if nothing could be read yet.
  ///   - asOf: the day as of which data is shown; nil for all data.
  package init(
    dataset: Dataset?, asOf: Day?, options: KioskOptions, time: Moment, language: Language, theme: Theme,
    glyphs: Glyphs, width: Int, height: Int
  ) {
    let data = dataset ?? Dataset()
    app = AppState(
      dataset: data, asOf: asOf ?? KioskState.day(for: data, today: time.day), today: time.day,
      language: language, theme: theme, glyphs: glyphs, width: width, height: height, view: "overview")
    self.options = options
    self.time = time
    hasData = dataset != nil
    fixedDay = asOf
    shownAt = time.monotonic
    due = time.monotonic + options.interval
    pages = hasData ? KioskRegistry.pages(app.context, views: options.views) : []
  }

  /// Makes the colours follow the terminal's background; see ``AppState/followBackground(known:)``.
  package mutating func fitBackground(_ fit: (inout AppState) -> Void) { fit(&app) }

  /// The view of the current page; nil while there is nothing to show.
  package var page: String? { pages.indices.contains(index) ? pages[index] : nil }

  /// The view of the next page.
  var next: String? { pages.isEmpty ? nil : pages[(index + 1) % pages.count] }

  /// Returns the day as of which data is shown. Everything in the directory is meant to be shown: a clock that is
  /// behind hides nothing.
  static func day(for dataset: Dataset, today: Day) -> Day {
    max(today, dataset.sources.map(\.knownOn).max() ?? today)
  }

  /// How long the page is shown, in milliseconds.
  var stay: Int { max(1, due - shownAt) }

  /// Whole seconds for which the page has been shown.
  var elapsedSeconds: Int { min(max(0, time.monotonic - shownAt), stay) / 1000 }

  var isDimmed: Bool { options.dim?.contains(time.minute) ?? false }

  /// The position of the picture on the screen. Against burn-in it moves in a circle, one cell every few pages.
  var shift: Position {
    let places = [(0, 0), (1, 0), (2, 0), (2, 1), (1, 1), (0, 1)]
    let place = places[turns / KioskState.turnsPerShift % places.count]
    return Position(x: place.0, y: place.1)
  }

  private static let turnsPerShift = 4

  /// All inputs of the picture: while it is unchanged, nothing needs to be drawn.
  package struct Picture: Equatable, Sendable {
    var page: String?
    var seconds: Int
    var minute: Int
    var day: Day
    var isVisited: Bool
    var isDimmed: Bool
    var shift: Int
    var generation: Int
    var refusal: Refusal?
  }

  /// The picture on the screen; nil before the first frame.
  var shownPicture: Picture?

  /// What decides whether the frame must be drawn again.
  package var picture: Picture {
    Picture(
      page: page, seconds: elapsedSeconds, minute: time.minute, day: time.day, isVisited: isVisited,
      isDimmed: isDimmed, shift: turns / KioskState.turnsPerShift, generation: generation,
      refusal: app.refusal)
  }
}

extension KioskState {
  /// One line in English about the current data, for the log of a service manager. It changes with the state of the
  /// data, not with every page.
  package var summary: String {
    if let refusal = app.refusal {
      return "\(hasData ? "last good data" : "no data"), refused since \(refusal.since): "
        + refusal.fault.message(.en)
    }
    guard hasData else { return "reading the data" }
    let date = app.board.newestSource?.date.text ?? "no date"
    return "\(app.dataset.info.id), data to \(date), \(pages.count) pages"
  }
}
