import Store

// The files with what the rows add.

extension MonthTable {
  func changedFiles() throws(ImportFailure) -> [InputFile] {
    let own = files.filter { DatasetLoader.kind(ofFile: $0.name) == kind.rawValue }
    var result: [InputFile] = []
    let home = own.first { $0.name == "\(kind.rawValue).json" } ?? own.first
    for file in own {
      var edit: JSONEdit
      do throws(JSONFault) {
        edit = try JSONEdit(file.bytes)
      } catch {
        continue
      }
      for entry in edit.root.member(kind.rawValue)?.elements.map(Array.init) ?? [] {
        guard let id = entry.member("id")?.string else { continue }
        let new = steps.filter { $0.id == id }.map(\.step)
        guard !new.isEmpty else { continue }
        if let history = entry.member("history") {
          edit.append(new, to: history)
        } else {
          edit.add("history", .array(new), to: entry)
        }
      }
      if file.name == home?.name, !additions.isEmpty, let array = edit.root.member(kind.rawValue) {
        edit.append(additions, to: array, asEntries: true)
      }
      if edit.isChanged { result.append(InputFile(path: file.path, name: file.name, bytes: edit.result)) }
    }
    if home == nil, !additions.isEmpty {
      let name = "\(kind.rawValue).json"
      let text = JSONLayout().text(.object([(kind.rawValue, .array(additions))]), indent: "", isEntry: true)
      result.append(
        InputFile(path: InputFile.path(of: name, in: directory), name: name, bytes: Array((text + "\n").utf8))
      )
    }
    return result
  }
}
