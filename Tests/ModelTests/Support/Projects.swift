/// Entries for `projects.json`, as short as a test can say them.
///
/// - Parameters:
///   - reached: stage, date and document of each milestone that is reported.
///   - expected: the same of each that is wanted.
///   - sources: the documents that name it.
func projectText(
  _ id: String, _ reached: [(String, String, String)] = [], expected: [(String, String, String)] = [],
  zh: String? = nil, aliases: [String] = [], parent: String? = nil, sameAs: String? = nil,
  nature: String? = nil, clusters: [String] = [], park: String? = nil, sources: [String] = ["plan"]
) -> String {
  func citation(_ source: String) -> String {
    "{\"source\": \"\(source)\", \"line\": 1, \"printed\": \"\(zh ?? id)\"}"
  }
  func milestone(_ step: (String, String, String), _ isExpected: Bool) -> String {
    "{\"stage\": \"\(step.0)\", \"date\": \"\(step.1)\", \"expected\": \(isExpected), \"citations\": [\(citation(step.2))]}"
  }
  func name(_ text: String) -> String { "{\"zh\": \"\(text)\", \"en\": \"\(text)\"}" }
  let optional = [("parent", parent), ("same_as", sameAs), ("nature", nature), ("park", park)].compactMap {
    key, id in id.map { "\"\(key)\": \"\($0)\", " }
  }
  let reason = (parent ?? sameAs) == nil ? "" : "\"reason\": \(name("because")), "
  let milestones = reached.map { milestone($0, false) } + expected.map { milestone($0, true) }
  return """
    {"id": "\(id)", "name": \(name(zh ?? id)), "aliases": [\(aliases.map(name).joined(separator: ", "))],
    \(optional.joined())\(reason)"clusters": [\(clusters.map { "\"\($0)\"" }.joined(separator: ", "))],
    "milestones": [\(milestones.joined(separator: ", "))],
    "citations": [\(sources.map(citation).joined(separator: ", "))]}
    """
}

extension Fixture {
  /// The small dataset with more projects, in a file of their own behind the others.
  static func small(projects: [String], figures: [String] = []) throws -> Fixture {
    let small = try Fixture("small")
      .setting("projects.more.json", to: "{\"projects\": [\n\(projects.joined(separator: ",\n"))\n]}\n")
    guard !figures.isEmpty else { return small }
    return small.setting(
      "figures-more.json", to: "{\"figures\": [\n\(figures.joined(separator: ",\n"))\n]}\n")
  }
}
