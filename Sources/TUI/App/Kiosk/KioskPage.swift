import Canvas
import Domain
import Figures
import Panels

/// One page of the rotation, named by what it shows, so that the place is kept when the data is replaced.
package struct KioskPage: Hashable, Sendable {
  /// The view that it belongs to, see ``KioskRegistry``.
  package var view: String
  /// The id of the entry that it shows, or a number; empty when the view is one page.
  package var entry: String

  package init(_ view: String, _ entry: String = "") {
    self.view = view
    self.entry = entry
  }
}

/// A kind of page: what there is to show of a board, and how it is drawn.
protocol KioskView: Sendable {
  /// Its name in options.
  var id: String { get }
  var title: Name { get }

  /// The ids of the pages, in the order of the rotation; none when there is nothing to say.
  func entries(_ board: Board) -> [String]

  /// What stands beside the title.
  func subtitle(_ context: PanelContext, entry: String) -> String

  /// Paints all of `area`.
  func render(_ context: PanelContext, entry: String, in area: Rect, into buffer: inout Buffer)
}

extension KioskView {
  func subtitle(_ context: PanelContext, entry: String) -> String { "" }
}

/// The views of the kiosk, in the order of the rotation. The digit of a view is its place here.
package enum KioskRegistry {
  static let all: [any KioskView] = [
    KioskOverview(), KioskClusters(), KioskTargets(), KioskProjects(), KioskPipeline(), KioskCommitments(),
    KioskPark(), KioskSources(),
  ]

  /// Their names in options.
  package static let ids = all.map(\.id)

  static func view(_ id: String) -> (any KioskView)? { all.first { $0.id == id } }

  /// The pages that a board has something to say on, view by view.
  static func pages(_ board: Board, views: [String]) -> [KioskPage] {
    views.compactMap(view).flatMap { view in view.entries(board).map { KioskPage(view.id, $0) } }
  }
}
