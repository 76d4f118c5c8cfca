/// The names of the views in options, in the configuration and in the state. Never change a published one.
package enum ViewID {
  static let overview = "overview"
  package static let clusters = "clusters"
  package static let targets = "targets"
  package static let projects = "projects"
  package static let tasks = "tasks"
  package static let park = "park"
  package static let sources = "sources"
}

/// All panels, in the order of their digit keys.
package enum PanelRegistry {
  package static let all: [any Panel] = [
    OverviewPanel(), ClustersPanel(), TargetsPanel(), ProjectsPanel(), TasksPanel(), ParkPanel(),
    SourcesPanel(),
  ]

  package static func panel(_ id: String) -> any Panel {
    all.first { $0.id == id } ?? all[0]
  }
}
