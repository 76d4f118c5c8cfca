import Canvas
import Domain
import Figures
import Panels

/// A page of the kiosk: one message that is readable from three metres.
///
/// The message is a lead, a table, or both. All lines of the lead are of one size, and so are all rows of the table: nothing is larger than
/// its equals.
struct KioskPage: Sendable {
  /// The message as a sentence in ordinary text at the top, the fullest first; empty if the lead is all there is to say.
  var headings: [String] = []
  /// The same lines in other words, the fullest first.
  var lead: [[BigLine]] = []
  /// The lead in words that miss something, for a screen where none of the others can be large.
  var lastResort: [[BigLine]] = []
  /// The same rows in other words, the fullest first. All of one choice have the same number of pieces.
  var rows: [[KioskRow]] = []
  /// What each row says in a few words, for a note on the rows that have no room in a large size. Empty if all rows must be shown.
  var rest: [String] = []
  /// Remarks in ordinary text at the bottom, each in several lengths, the fullest first.
  var notes: [[String]] = []
  /// The date of the figures of this page and their age, the fullest first; empty if the page says it.
  var dates: [String] = []
}

/// A row of a table.
struct KioskRow: Equatable, Sendable {
  /// The pieces, one in each column.
  var line: BigLine
  /// A bar to the right of all columns.
  var bar: ProgressBar?

  init(_ pieces: BigLine.Piece..., bar: ProgressBar? = nil) {
    (line, self.bar) = (BigLine(pieces), bar)
  }

  init(_ line: BigLine, bar: ProgressBar? = nil) {
    (self.line, self.bar) = (line, bar)
  }
}

/// A view of the kiosk, which is one page.
protocol KioskView: Sendable {
  /// The name in options.
  var id: String { get }
  /// The name on the screen.
  var title: Name { get }

  /// Returns the page; nil if the data have no message for it.
  func page(_ context: PanelContext) -> KioskPage?
}

/// The views of the kiosk, in rotation order. The digit of a view is its position here.
package enum KioskRegistry {
  static let all: [any KioskView] = [
    KioskOverview(), KioskClusters(), KioskPipeline(), KioskProjects(), KioskCommitments(), KioskTargets(),
    KioskSources(), KioskDispatch(),
  ]

  /// The names in options.
  package static let ids = all.map(\.id)

  /// Returns the view with a name; nil if there is none.
  static func view(_ id: String) -> (any KioskView)? { all.first { $0.id == id } }

  /// Returns the views with something to show, in the order of `views`.
  static func pages(_ context: PanelContext, views: [String]) -> [String] {
    views.filter { view($0)?.page(context) != nil }
  }
}

extension PanelContext {
  /// Returns the date and age of the figures of a page: `本页为2022年数据，距今1年10个月`, `figures of 2022, 22 months old`.
  ///
  /// - Parameter figures: the figures of the page; of several years, the years from the oldest to the newest are named.
  func dates(of figures: [Figure]) -> [String] {
    let sorted = figures.sorted { $0.period.end < $1.period.end }
    guard let first = sorted.first, let last = sorted.last else { return [] }
    let (from, to) = (time(of: first), time(of: last))
    let years = from == to ? to : text("\(from)至\(to)", "\(from) to \(to)")
    let data = text("本页为\(years)数据", "figures of \(years)")
    guard let age = age(last.period.end) else { return [data] }
    return [text("\(data)，距今\(age)", "\(data), \(age) old"), data]
  }

  /// Returns the date and age of the newest document, for counts of what documents report: `按截至2024-10-30的资料，距今16天`.
  func datesOfDocuments() -> [String] {
    guard let source = board.newestSource else { return [] }
    let data = text("按截至\(date(of: source))的资料", "by documents up to \(date(of: source))")
    let short = text("资料至\(source.date.text)", "documents to \(source.date.text)")
    guard let age = age(source.knownOn) else { return [data, short] }
    return [
      text("\(data)，距今\(age)", "\(data), \(age) old"), text("\(short)，距今\(age)", "\(short), \(age) old"),
      short,
    ]
  }

  /// Returns the time since a day; nil if it is not over.
  private func age(_ day: Day) -> String? {
    let now = min(today, board.asOf)
    return day < now ? span(from: day, to: now) : nil
  }
}
