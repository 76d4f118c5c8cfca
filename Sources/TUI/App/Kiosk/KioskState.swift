import Canvas
import Domain

/// How a kiosk is set up.
package struct KioskOptions: Equatable, Sendable {
  /// How long a page stays, in milliseconds.
  package var interval = 15_000
  /// The views that are rotated through, see ``KioskRegistry``; their order is the order of the rotation.
  package var views = KioskRegistry.ids
  /// After so many milliseconds without a key the rotation goes on.
  package var quiet = 60_000
  package var dim: DimHours?
  /// The keys that end the kiosk when they are pressed one after the other; none never do.
  package var exit: [Key] = []
  /// How many keys that can be.
  package static let longestExit = 16

  package init() {}
}

/// The whole state of a kiosk as a value.
package struct KioskState: Sendable {
  /// The data and the look. Its view, overlay and selections are not used.
  package internal(set) var app: AppState
  package let options: KioskOptions
  package internal(set) var time: Moment
  /// Whether there ever was data to show.
  package internal(set) var hasData: Bool
  package internal(set) var pages: [KioskPage] = []
  package internal(set) var index = 0
  /// When the page came, and when it goes, by the clock that cannot be set.
  package internal(set) var shownAt: Int
  package internal(set) var due: Int
  /// Whether a visitor looks, and the rotation waits for quiet.
  package internal(set) var isVisited = false
  /// Pages turned since the start.
  package internal(set) var turns = 0
  /// Counts the changes of data and size, so that they are painted.
  var generation = 0
  /// The last keys, while they could be the beginning of the exit.
  var typed: [Key] = []
  /// The day that the kiosk was told to show what was known on; nil for all that is known.
  let fixedDay: Day?

  /// - Parameters:
  ///   - dataset: nil while nothing could be read yet.
  ///   - asOf: the day whose knowledge is shown; nil for all that there is.
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
    pages = hasData ? KioskRegistry.pages(app.board, views: options.views) : []
  }

  /// Lets the colours follow from the terminal's background; see ``AppState/followBackground(known:)``.
  package mutating func fitBackground(_ fit: (inout AppState) -> Void) { fit(&app) }

  /// The page that is shown; nil while there is nothing to show.
  package var page: KioskPage? { pages.indices.contains(index) ? pages[index] : nil }

  /// The page that comes after it.
  var next: KioskPage? { pages.isEmpty ? nil : pages[(index + 1) % pages.count] }

  /// The day whose knowledge is shown. What was put into the directory is meant to be seen: a clock that is behind it
  /// hides nothing.
  static func day(for dataset: Dataset, today: Day) -> Day {
    max(today, dataset.sources.map(\.knownOn).max() ?? today)
  }

  /// How long the page stays, in milliseconds.
  var stay: Int { max(1, due - shownAt) }

  /// Whole seconds that the page has been there.
  var elapsedSeconds: Int { min(max(0, time.monotonic - shownAt), stay) / 1000 }

  var isDimmed: Bool { options.dim?.contains(time.minute) ?? false }

  /// Where the picture stands on the screen, against burn-in: it moves every few pages, a cell at a time, in a circle.
  var shift: Position {
    let places = [(0, 0), (1, 0), (2, 0), (2, 1), (1, 1), (0, 1)]
    let place = places[turns / KioskState.turnsPerShift % places.count]
    return Position(x: place.0, y: place.1)
  }

  private static let turnsPerShift = 4

  /// Everything that the picture depends on: when it is the same, nothing has to be painted.
  package struct Picture: Equatable, Sendable {
    var page: KioskPage?
    var seconds: Int
    var minute: Int
    var day: Day
    var isVisited: Bool
    var isDimmed: Bool
    var shift: Int
    var generation: Int
    var refusal: Refusal?
  }

  /// What is on the screen; nil before the first frame.
  var shownPicture: Picture?

  package var picture: Picture {
    Picture(
      page: page, seconds: elapsedSeconds, minute: time.minute, day: time.day, isVisited: isVisited,
      isDimmed: isDimmed, shift: turns / KioskState.turnsPerShift, generation: generation,
      refusal: app.refusal)
  }
}

extension KioskState {
  /// One line in English about what is shown, for the log of a service manager. It changes with the state of the data
  /// and not with every page.
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
