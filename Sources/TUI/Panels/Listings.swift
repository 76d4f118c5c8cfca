import Domain
import Output

// The lists of the views whose rows are records of one kind.

extension ClustersPanel {
  func listing(_ view: ViewState, in context: PanelContext) -> PanelListing? {
    view.isOpen ? nil : PanelListing(kind: .clusters, ids: context.board.clusters.map(\.cluster.id))
  }
}

extension ParkPanel {
  func listing(_ view: ViewState, in context: PanelContext) -> PanelListing? {
    view.isOpen ? nil : PanelListing(kind: .parks, ids: context.dataset.parks.map(\.id))
  }
}

extension SourcesPanel {
  func listing(_ view: ViewState, in context: PanelContext) -> PanelListing? {
    guard !view.isOpen else { return nil }
    let list = SourcesList(context, view: view)
    return list.isConflictsOnly
      ? PanelListing(kind: .conflicts, ids: list.conflicts.map(\.id))
      : PanelListing(kind: .sources, ids: list.documents.map(\.id))
  }
}
