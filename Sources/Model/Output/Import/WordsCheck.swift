import Domain
import Store

/// Refuses a file of words with keys or values that would have no effect, each with its place.
struct WordsCheck {
  private let file: InputFile

  init(_ file: InputFile) { self.file = file }

  /// - Throws: all faults of the file.
  func check(_ root: JSONValue, _ words: JSONValue) throws(ImportFailure) {
    var faults: [ImportFault] = []
    checkKeys(root, ["$schema", "words"], &faults)
    let lists = OfficeWords.List.allCases.map(\.rawValue)
    checkKeys(
      words, ["fields", "rungs", "states", "indicators", "kinds", "currencies", "unit_synonyms"] + lists,
      &faults)
    for (key, value) in words.pairs {
      switch key.string ?? "" {
      case "fields": checkGroups(value, ImportField.allKeys, &faults)
      case "rungs": checkGroups(value, Rung.allCases.map(\.rawValue), &faults)
      case "kinds": checkGroups(value, Figure.Kind.allCases.map(\.rawValue), &faults)
      case "states": checkEntries(value, ["rung", "words", "not_begun"], rungs: true, &faults)
      case "indicators": checkEntries(value, ["heads", "month", "year", "investment"], &faults)
      case "currencies": checkEntries(value, ["sign", "unit"], &faults)
      case "unit_synonyms": checkLists(value, &faults)
      case let list where lists.contains(list): checkList(value, &faults)
      default: break
      }
    }
    guard faults.isEmpty else { throw ImportFailure(faults) }
  }

  private func checkKeys(_ object: JSONValue, _ allowed: [String], _ faults: inout [ImportFault]) {
    for (key, _) in object.pairs {
      guard let name = key.string, !allowed.contains(name) else { continue }
      let all = allowed.joined(separator: ", ")
      report(
        key, Name(zh: "没有“\(name)”这个键；可用：\(all)", en: "unknown key '\(name)'; expected one of \(all)"),
        &faults)
    }
  }

  private func checkGroups(_ value: JSONValue, _ keys: [String], _ faults: inout [ImportFault]) {
    guard value.kind == .object else {
      return report(value, Name(zh: "应为对象", en: "expected an object"), &faults)
    }
    checkKeys(value, keys, &faults)
    for (_, list) in value.pairs { checkList(list, &faults) }
  }

  private func checkEntries(
    _ value: JSONValue, _ keys: [String], rungs: Bool = false, _ faults: inout [ImportFault]
  ) {
    guard value.kind == .array else {
      return report(value, Name(zh: "应为数组", en: "expected an array"), &faults)
    }
    for entry in value.entries {
      checkKeys(entry, keys, &faults)
      for (key, member) in entry.pairs where ["words", "heads", "month", "year"].contains(key.string) {
        checkList(member, &faults)
      }
      let all = Rung.allCases.map(\.rawValue)
      if rungs, let rung = entry.member("rung"), !all.contains(rung.string ?? "") {
        let list = all.joined(separator: ", ")
        report(
          rung,
          Name(
            zh: "没有“\(rung.string ?? "")”这一级；可用：\(list)",
            en: "no rung '\(rung.string ?? "")'; expected one of \(list)"),
          &faults)
      }
    }
  }

  private func checkLists(_ value: JSONValue, _ faults: inout [ImportFault]) {
    guard value.kind == .array else {
      return report(value, Name(zh: "应为数组", en: "expected an array"), &faults)
    }
    for list in value.entries { checkList(list, &faults) }
  }

  private func checkList(_ value: JSONValue, _ faults: inout [ImportFault]) {
    guard value.kind != .array || value.entries.contains(where: { $0.string?.isEmpty ?? true }) else {
      return
    }
    report(value, Name(zh: "应为文字的数组", en: "expected an array of texts"), &faults)
  }

  private func report(_ value: JSONValue, _ message: Name, _ faults: inout [ImportFault]) {
    let before = file.bytes.prefix(value.offset)
    let line = before.count { $0 == 0x0A } + 1
    let column = before.reversed().prefix { $0 != 0x0A }.count + 1
    faults.append(
      ImportFault(file: file.path, line: line, byte: column, column: nil, message: message))
  }
}
