import CJSON
import Domain

/// A directory of data that streams one kind of record while reading it, because there may be very many.
///
/// All other files are read first. References can then be resolved, except those to records that come later.
package struct DatasetStream {
  /// The kinds that can be streamed.
  package enum Kind: String {
    case projects, figures

    fileprivate var key: StaticString {
      switch self {
      case .projects: "projects"
      case .figures: "figures"
      }
    }
  }

  /// The smallest total size of the kind's files, in bytes, that is streamed. Smaller data load in a moment, so that
  /// nothing is printed before all of it is checked.
  package static let threshold = 8 << 20

  /// The dataset without the records of the kind; it has no errors.
  package let dataset: Dataset
  private let kind: Kind
  private let loader: DatasetLoader
  /// The names of the kind's files.
  private let names: [String]
  private let directory: String
  /// The kinds of files that refer to the kind.
  package let referring: Set<String>

  /// Nil when the directory must be loaded as a whole: it holds little of the kind, or has a fault, which is reported
  /// together with all others.
  package init?(_ kind: Kind, directory: String, threshold: Int = threshold) {
    var loader = DatasetLoader()
    var names: [String] = []
    do {
      let all = try InputFile.names(inDirectory: directory)
      names = all.filter { DatasetLoader.kind(ofFile: $0) == kind.rawValue }
      var size = 0
      for name in names { size += try InputFile.size(path: InputFile.path(of: name, in: directory)) }
      guard size >= threshold else { return nil }
      let others = all.filter { DatasetLoader.kind(ofFile: $0) != kind.rawValue }
      for name in DatasetLoader.ordered(others, by: { $0 }) {
        loader.read(try InputFile.read(path: InputFile.path(of: name, in: directory), name: name))
      }
    } catch {
      return nil
    }
    loader.assemble(place: directory)
    loader.loading.resolve(later: kind.rawValue)
    StructureCheck(dataset: loader.dataset, loading: loader.loading).run()
    if loader.loading.isFaulty { return nil }
    referring = Set(loader.loading.referringFiles.map { loader.files[$0].kind })
    dataset = loader.dataset
    self.kind = kind
    self.loader = loader
    self.names = names
    self.directory = directory
  }

  /// Passes the projects to `visit` in the order of the files, each before the next is read, until the first fault.
  ///
  /// - Throws: `LoadFailure` with all faults once everything is read; errors of `visit` at once.
  package func projects(_ visit: (Project) throws -> Void) throws {
    try records(
      Project.init,
      look: { check, project in
        check.check(project)
        return .init(project)
      }, visit)
  }

  /// Passes the figures to `visit`, as ``projects(_:)`` does.
  package func figures(_ visit: (Figure) throws -> Void) throws {
    try records(
      Figure.init,
      look: { check, figure in
        check.check(figure)
        return .init(figure.id, above: figure.supersedes, figure.origin)
      }, visit)
  }

  /// Reads the remaining files only to report their faults.
  ///
  /// - Throws: `LoadFailure` with all of them.
  package func check() throws {
    switch kind {
    case .projects: try projects { _ in }
    case .figures: try figures { _ in }
    }
  }

  /// - Parameter look: checks one record, and returns its link to the record of the kind above it.
  private func records<Element>(
    _ decode: (inout Fields) -> Element, look: (StructureCheck, Element) -> StructureCheck.Link?,
    _ visit: (Element) throws -> Void
  ) throws {
    let check = StructureCheck(dataset: dataset, loading: loader.loading)
    var links: [StructureCheck.Link] = []
    for name in names {
      let file: InputFile
      do throws(Diagnostic) {
        file = try InputFile.read(path: InputFile.path(of: name, in: directory), name: name)
      } catch {
        loader.loading.report(error)
        continue
      }
      var end: (any Error)?
      var found: [StructureCheck.Link] = []
      let isJSON = read(file, decode) { record in
        if let link = look(check, record) { found.append(link) }
        guard !loader.loading.isFaulty else { return true }
        do {
          try visit(record)
        } catch {
          end = error
        }
        return end == nil
      }
      if let end { throw end }
      if isJSON { links += found }
    }
    loader.loading.resolve()
    check.check(links, kind: kind.rawValue)
    _ = try loader.warnings()
  }

  /// Reads a file and passes each record to `visit`, until it returns false.
  ///
  /// - Returns: false when the file is not JSON.
  private func read<Element>(
    _ file: InputFile, _ decode: (inout Fields) -> Element, visit: (Element) -> Bool
  ) -> Bool {
    let loading = loader.loading
    loading.begin(file)
    defer { loading.end() }
    do throws(JSONFault) {
      try loading.visit(kind.key, file.bytes, decode, visit)
      return true
    } catch {
      loading.reject(error, kind.rawValue)
      return false
    }
  }

  /// Returns the pairs of related projects by id: a part and its whole, or two records of the same project.
  ///
  /// A project may be related to a later one. Only files that contain relations are parsed. Their faults are reported
  /// when their rows are read.
  package func relations() -> [(String, String)] {
    var pairs: [(String, String)] = []
    for name in names {
      guard let file = try? InputFile.read(path: InputFile.path(of: name, in: directory), name: name),
        file.mayHaveKey("parent") || file.mayHaveKey("same_as")
      else { continue }
      _ = try? JSONDocument.parse(file.bytes, elementsOf: kind.key) { project in
        guard let id = project.member("id")?.string else { return true }
        for other in [project.member("parent")?.string, project.member("same_as")?.string] {
          if let other { pairs.append((id, other)) }
        }
        return true
      }
    }
    return pairs
  }

  /// Returns the ids of the figures that are superseded by figures whose cited sources pass `counts`.
  ///
  /// A figure may be superseded by a later one. Only files that contain `supersedes` are parsed. Their faults are
  /// reported when their rows are read.
  package func superseded(by counts: (_ sources: [String]) -> Bool) -> Set<String> {
    var ids: Set<String> = []
    for name in names {
      guard let file = try? InputFile.read(path: InputFile.path(of: name, in: directory), name: name),
        file.mayHaveKey("supersedes")
      else { continue }
      _ = try? JSONDocument.parse(file.bytes, elementsOf: kind.key) { figure in
        guard let id = figure.member("supersedes")?.string else { return true }
        let citations = figure.member("citations")?.elements.map(Array.init) ?? []
        if counts(citations.compactMap { $0.member("source")?.string }) { ids.insert(id) }
        return true
      }
    }
    return ids
  }
}

extension JSONValue {
  /// Returns the first member of an object with a key; nil when there is none.
  fileprivate func member(_ key: StaticString) -> JSONValue? {
    members?.first { $0.key.isKey(key) }?.value
  }
}

extension InputFile {
  /// Whether a key may occur in the file, as it is or with an escaped letter.
  fileprivate func mayHaveKey(_ key: String) -> Bool {
    bytes.withUnsafeBytes { bytes in
      [key, "\\u00"].contains { (word: String) in qj_holds(bytes.baseAddress, bytes.count, word) }
    }
  }
}
