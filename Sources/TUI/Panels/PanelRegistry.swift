/// The names of the views in options, in the configuration and in the state. Never change a published one.
package enum ViewID {
  static let overview = "overview"
  /// The view of clusters.
  package static let clusters = "clusters"
  /// The view of targets.
  package static let targets = "targets"
  /// The view of projects.
  package static let projects = "projects"
  /// The view of tasks.
  package static let tasks = "tasks"
  /// The view of parks.
  package static let park = "park"
  /// The view of documents and conflicts.
  package static let sources = "sources"
  /// The view of the month of an office.
  package static let dispatch = "dispatch"
  /// The view of measures, strengths and firms.
  package static let policies = "policies"
}

/// All panels, in the order of their digit keys.
package enum PanelRegistry {
  /// All views, in the order of the tabs.
  package static let all: [any Panel] = [
    OverviewPanel(), ClustersPanel(), TargetsPanel(), ProjectsPanel(), TasksPanel(), ParkPanel(),
    SourcesPanel(), DispatchPanel(), PoliciesPanel(),
  ]

  /// Returns the panel of a view; the first one for an unknown id.
  package static func panel(_ id: String) -> any Panel {
    all.first { $0.id == id } ?? all[0]
  }
}
