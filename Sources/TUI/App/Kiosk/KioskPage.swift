import Canvas
import Domain
import Figures
import Panels

/// A page of the kiosk: one message, in words and figures that are readable from three metres.
struct KioskPage: Sendable {
  /// What the lines are, in ordinary text above them; empty if they say so.
  var title = ""
  /// The lines from the top. Each is as large as its weight and the room allow.
  var lines: [KioskLine]
  /// Whether the lines are of one kind, so that what follows their first pieces is in one column.
  var isList = false
  /// Remarks in ordinary text below, such as what is counted.
  var notes: [String] = []
}

/// A line of a page.
struct KioskLine: Sendable {
  /// The same content in other words, the fullest first. Each is one line or several, which are then enlarged together.
  var choices: [[BigLine]]
  /// The pieces as ordinary text; those of the fullest choice if empty.
  var plain: [BigLine.Piece] = []
  /// The lines of the highest weight are enlarged first; those of weight 0 stay ordinary text and are left out first.
  var weight: Int
  /// A bar to the right of the text; alone if there is none.
  var bar: ProgressBar?
  /// Whether the first line of the last choice may be broken into lines when it is large.
  var breaks = false

  init(_ choices: [BigLine.Piece]..., weight: Int, bar: ProgressBar? = nil, breaks: Bool = false) {
    self.init(choices.map { [BigLine($0)] }, weight: weight, bar: bar, breaks: breaks)
  }

  init(_ choices: [[BigLine]], weight: Int, bar: ProgressBar? = nil, breaks: Bool = false) {
    (self.choices, self.weight, self.bar, self.breaks) = (choices, weight, bar, breaks)
  }

  /// Returns the lines in a size that fits into `columns`, of the fullest choice that does; nil if none does.
  func lines(_ size: BigSize, columns: Int) -> [BigLine]? {
    if size == .plain {
      guard plain.isEmpty else { return [BigLine(plain)] }
      return choices.first.map { [BigLine($0.flatMap(\.pieces))] } ?? []
    }
    for choice in choices {
      if choice.allSatisfy({ $0.columns(size).map { $0 <= columns } ?? false }) { return choice }
    }
    guard breaks, case .words(let scale) = size, let last = choices.last, let first = last.first else {
      return nil
    }
    return first.broken(to: columns, scale: scale, limit: 3).map { $0 + last.dropFirst() }
  }
}

/// A view of the kiosk, which is one page.
protocol KioskView: Sendable {
  /// The name in options.
  var id: String { get }
  /// The name on the screen.
  var title: Name { get }

  /// Returns the page; nil if there is nothing to show.
  func page(_ context: PanelContext) -> KioskPage?
}

/// The views of the kiosk, in rotation order. The digit of a view is its position here.
package enum KioskRegistry {
  static let all: [any KioskView] = [
    KioskOverview(), KioskClusters(), KioskTargets(), KioskPipeline(), KioskProjects(), KioskCommitments(),
    KioskPark(), KioskSources(),
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
