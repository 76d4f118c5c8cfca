import Domain

/// A change of a project between two boards, other than of its stage and its figures.
package struct ProjectChange: Sendable {
  /// A property of a project that two boards are compared by.
  package enum Property: String, CaseIterable, Sendable {
    case name
    case nature
    /// The records of the same project.
    case sameAs = "same-as"
    /// The project that it is a part of.
    case parent
    /// The next expected stage and its date.
    case expected
    case cluster
    case park
    case owner

    /// The name on the screen, in both languages.
    package var name: Name {
      switch self {
      case .name: Name(zh: "名称", en: "name")
      case .nature: Name(zh: "性质", en: "nature")
      case .sameAs: Name(zh: "同一项目", en: "same as")
      case .parent: Name(zh: "所属项目", en: "part of")
      case .expected: Name(zh: "预期", en: "expected")
      case .cluster: Name(zh: "集群", en: "cluster")
      case .park: Name(zh: "园区", en: "park")
      case .owner: Name(zh: "业主", en: "owner")
      }
    }
  }

  /// The project, as the later board has it.
  package var project: Project
  /// The property that changed.
  package var property: Property
  /// The previous value in words; nil if unknown.
  package var before: Name?
  /// The later value; nil if it is empty.
  package var after: Name?

  /// Returns the changes of a project. An expectation settled by a higher stage is a move and left out.
  ///
  /// - Parameter then: the new project with the tags from documents known on the old day; tags from later documents are
  ///   not changes of the project.
  static func changes(
    from old: ProjectStatus, _ oldData: Dataset, to new: ProjectStatus, _ newData: Dataset,
    tagged then: Project
  ) -> [ProjectChange] {
    Property.allCases.compactMap { property in
      let before = value(property, old, old.project, oldData)
      let after = value(property, new, then, newData)
      let isSettled = property == .expected && after == nil && old.rung != new.rung
      let isSameParent = property == .parent && old.parent?.id == new.parent?.id
      guard before != after, !isSettled, !isSameParent else { return nil }
      return ProjectChange(project: new.project, property: property, before: before, after: after)
    }
  }

  private static func value(
    _ property: Property, _ status: ProjectStatus, _ project: Project, _ data: Dataset
  ) -> Name? {
    switch property {
    case .name: return project.name
    case .nature: return project.nature.name
    case .sameAs: return list(project.duplicates.map(\.name))
    case .parent: return status.parent?.name
    case .expected:
      return status.expected.map { milestone in
        let stage = data.stages[milestone.stage]?.name ?? Name(both: milestone.stage)
        return Name(
          zh: "\(milestone.date.label(.zh)) \(stage.zh)", en: "\(milestone.date.label(.en)) \(stage.en)")
      }
    case .cluster: return list(project.clusters.compactMap { data.clusters[$0]?.name })
    case .park: return project.park.flatMap { data.parks[$0]?.name }
    case .owner: return data.ownerNames(of: project).first
    }
  }

  private static func list(_ names: [Name]) -> Name? {
    guard !names.isEmpty else { return nil }
    return Name(zh: names.map(\.zh).joined(separator: "、"), en: names.map(\.en).joined(separator: ", "))
  }
}
