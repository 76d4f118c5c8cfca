import Canvas
import Domain
import Figures
import Panels

/// One page of the rotation, identified by its content, so that the position is kept when the data is replaced.
package struct KioskPage: Hashable, Sendable {
  /// Id of the view that it belongs to, see ``KioskRegistry``.
  package var view: String
  /// The id of its entry, or a number; empty if the view has a single page.
  package var entry: String

  package init(_ view: String, _ entry: String = "") {
    self.view = view
    self.entry = entry
  }
}

/// A kind of page: the pages for a board, and how they are drawn.
protocol KioskView: Sendable {
  /// The name in options.
  var id: String { get }
  var title: Name { get }

  /// Returns the ids of the pages, in rotation order; empty if there is nothing to show.
  func entries(_ board: Board) -> [String]

  /// Returns the text beside the title.
  func subtitle(_ context: PanelContext, entry: String) -> String

  /// Draws all of `area`.
  func render(_ context: PanelContext, entry: String, in area: Rect, into buffer: inout Buffer)
}

extension KioskView {
  func subtitle(_ context: PanelContext, entry: String) -> String { "" }
}

/// The views of the kiosk, in rotation order. The digit of a view is its position here.
package enum KioskRegistry {
  static let all: [any KioskView] = [
    KioskOverview(), KioskClusters(), KioskTargets(), KioskProjects(), KioskPipeline(), KioskCommitments(),
    KioskPark(), KioskSources(),
  ]

  /// The names in options.
  package static let ids = all.map(\.id)

  static func view(_ id: String) -> (any KioskView)? { all.first { $0.id == id } }

  /// Returns the pages with content for a board, view by view.
  static func pages(_ board: Board, views: [String]) -> [KioskPage] {
    views.compactMap(view).flatMap { view in view.entries(board).map { KioskPage(view.id, $0) } }
  }
}
