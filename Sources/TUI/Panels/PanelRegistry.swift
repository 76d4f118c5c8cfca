/// All panels, in the order of their digits.
public enum PanelRegistry {
  public static let all: [any Panel] = [
    OverviewPanel(), ClustersPanel(), TargetsPanel(), ProjectsPanel(), TasksPanel(), ParkPanel(),
    SourcesPanel(),
  ]

  public static func panel(_ id: String) -> any Panel {
    all.first { $0.id == id } ?? all[0]
  }
}
