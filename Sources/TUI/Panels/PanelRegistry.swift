/// What the views are called in options, in the configuration and in the state; stays as it is once published.
enum ViewID {
  static let overview = "overview"
  static let clusters = "clusters"
  static let targets = "targets"
  static let projects = "projects"
  static let tasks = "tasks"
  static let park = "park"
  static let sources = "sources"
}

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
