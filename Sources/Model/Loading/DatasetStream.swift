/// A directory of data whose projects are given away while they are read, because there may be very many.
///
/// All other files are read first. What a project refers to is known then, but for projects that come later.
struct DatasetStream {
  /// Projects of fewer bytes than these are loaded in a moment, and nothing is said of them before all is in order.
  static let threshold = 8 << 20

  /// All but the projects, in order.
  let dataset: Dataset
  private let loader: DatasetLoader
  /// The names of the files of projects.
  private let names: [String]
  private let directory: String

  /// Nil where the whole has to be loaded: the projects are few, or there is a fault, which is to be told with all others.
  init?(directory: String, threshold: Int = threshold) {
    var loader = DatasetLoader()
    var names: [String] = []
    do {
      let all = try InputFile.names(inDirectory: directory)
      names = all.filter { DatasetLoader.kind(ofFile: $0) == "projects" }
      var size = 0
      for name in names { size += try InputFile.size(path: InputFile.path(of: name, in: directory)) }
      guard size >= threshold else { return nil }
      let others = all.filter { DatasetLoader.kind(ofFile: $0) != "projects" }
      for name in DatasetLoader.ordered(others, by: { $0 }) {
        loader.read(try InputFile.read(path: InputFile.path(of: name, in: directory), name: name))
      }
    } catch {
      return nil
    }
    loader.assemble(place: directory)
    loader.loading.resolve(later: "projects")
    StructureCheck(dataset: loader.dataset, loading: loader.loading).run()
    if loader.loading.isFaulty { return nil }
    dataset = loader.dataset
    self.loader = loader
    self.names = names
    self.directory = directory
  }

  /// Gives the projects away in the order of the files, each before the next is read, until the first fault.
  ///
  /// - Throws: `LoadFailure` with all faults once everything is read; at once what `visit` throws.
  func projects(_ visit: (Project) throws -> Void) throws {
    let check = StructureCheck(dataset: dataset, loading: loader.loading)
    var parts: [StructureCheck.Part] = []
    for name in names {
      let file: InputFile
      do throws(Diagnostic) {
        file = try InputFile.read(path: InputFile.path(of: name, in: directory), name: name)
      } catch {
        throw LoadFailure(diagnostics: [error])
      }
      var end: (any Error)?
      loader.readProjects(file) { project in
        check.check(project)
        if let parent = project.parent { parts.append(.init(project, parent)) }
        guard !loader.loading.isFaulty else { return true }
        do {
          try visit(project)
        } catch {
          end = error
        }
        return end == nil
      }
      if let end { throw end }
    }
    loader.loading.resolve()
    check.check(parts)
    _ = try loader.warnings()
  }
}

extension StructureCheck.Part {
  fileprivate init(_ project: Project, _ parent: String) {
    self.init(id: project.id, parent: parent, origin: project.origin)
  }
}
