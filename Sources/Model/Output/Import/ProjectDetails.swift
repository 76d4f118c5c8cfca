import Domain

/// The data of a row about a project, except its stages; nil or empty where the row has none.
struct ProjectDetails {
  var clusters: [String] = []
  var firm: String?
  var owner: String?
  var park: String?
  /// The task that the project is part of.
  var task: NameIndex.TaskPlace?

  /// - Parameters:
  ///   - leftOut: names that the user leaves out, because the dataset does not have them.
  ///   - project: the project in the dataset; a name means a record of the project before others of that name.
  ///   - own: its clusters.
  init(
    _ reader: inout RowReader, of project: Project?, own: [Cluster], _ index: NameIndex, leftOut: Set<String>
  ) {
    if let text = reader.row.text(.clusters), !leftOut.contains(text) {
      clusters = ProjectDetails.clusters(text, &reader, own: own, index)
    }
    park =
      reader.read(.park) { text throws(CellFault) -> String? in
        if leftOut.contains(text) { return nil }
        if let own = project?.park, index.all("parks", text).contains(own) { return own }
        return try ProjectDetails.one("parks", text, index)
      } ?? nil
    let isInCell = reader.row.isInCell(.programme)
    task =
      reader.read(.programme) { text throws(CellFault) -> NameIndex.TaskPlace? in
        if leftOut.contains(text) { return nil }
        return try ProjectDetails.task(text, isInCell: isInCell, index)
      } ?? nil
    let head = reader.row.head(.firm)?.head ?? ""
    firm = reader.read(.firm) { text throws(CellFault) in
      if let own = project?.firm, index.all("enterprises", text).contains(own) { return own }
      do throws(CellFault) {
        return try index.one("enterprises", text)
      } catch {
        let option = ShellWord.quoted(OptionList.pair(head, "owner"))
        throw CellFault(
          zh: "\(error.message.zh)；只作业主名称用 --map \(option)",
          en: "\(error.message.en); for the name of the owner alone use --map \(option)")
      }
    }
    guard firm == nil, let text = reader.row.text(.owner) else { return }
    let firms = index.all("enterprises", text)
    if firms.count == 1 { firm = firms[0] } else { owner = text }
  }

  /// Returns the id that a text means; a fault says how to leave the name out.
  private static func one(_ kind: String, _ text: String, _ index: NameIndex) throws(CellFault) -> String {
    do throws(CellFault) {
      return try index.one(kind, text)
    } catch {
      throw CellFault(
        zh: "\(error.message.zh)；不录入此名用 --leave-out \(ShellWord.quoted(text))",
        en: "\(error.message.en); --leave-out \(ShellWord.quoted(text)) imports the row without it",
        leftOut: text)
    }
  }

  /// - Parameter isInCell: whether the row's own cell names it; a section without a task has its warning.
  private static func task(_ text: String, isInCell: Bool, _ index: NameIndex) throws(CellFault)
    -> NameIndex.TaskPlace?
  {
    let found = index.programmes(text)
    if found.count == 1, found[0].task != nil { return found[0] }
    guard isInCell else { return nil }
    guard found.isEmpty else {
      let option = ShellWord.quoted(text)
      throw CellFault(
        zh: "“\(text)”有几项任务或没有任务；写任务的名称，不录入此名用 --leave-out \(option)",
        en:
          "'\(text)' has no task or several; write the name of a task, or leave it out with --leave-out \(option)"
      )
    }
    _ = try one("programmes", text, index)
    return nil
  }

  private static let separators = Set<Character>("、；;，,/| ")

  /// Returns the clusters in a text. A name may itself contain a separator, so that the longest piece that is a name is
  /// taken each time.
  private static func clusters(
    _ text: String, _ reader: inout RowReader, own: [Cluster], _ index: NameIndex
  ) -> [String] {
    var ids: [String] = []
    var rest = text[...]
    while !rest.isEmpty {
      let ends = [rest.endIndex] + rest.indices.reversed().filter { separators.contains(rest[$0]) }
      let end = ends.first { end in
        let piece = String(rest[..<end])
        return mine(piece, own) != nil || !index.all("clusters", piece).isEmpty
      }
      let piece = String(rest[..<(end ?? ends.last ?? rest.endIndex)])
      if let id = mine(piece, own) {
        ids.append(id)
      } else if !piece.isEmpty {
        let id = reader.take(reader.row.head(.clusters)) { () throws(CellFault) in
          try one("clusters", piece, index)
        }
        if let id { ids.append(id) }
      }
      rest = rest.dropFirst(piece.count).drop { separators.contains($0) }
    }
    return ids
  }

  /// Returns the project's own cluster of a name; nil when it has none.
  private static func mine(_ piece: String, _ own: [Cluster]) -> String? {
    let folded = NameIndex.folded(piece)
    return own.first { cluster in
      cluster.id == piece
        || cluster.names.contains {
          NameIndex.folded($0.zh) == folded || NameIndex.folded($0.en) == folded
        }
    }?.id
  }
}
