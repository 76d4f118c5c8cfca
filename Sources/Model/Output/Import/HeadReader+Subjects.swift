import Domain

/// The subjects of rows as offices write them.
extension HeadReader {
  /// Returns the subject that a cell names: `#装备制造业`, `其中：电子信息业`, `全区规上工业`; nil when there is none or several.
  func subject(ofCell text: String) -> Subject? {
    subjects.value(text) { newSubject($0) }
  }

  private func newSubject(_ text: String) -> Subject? {
    if let subject = subject(text) { return subject }
    let bare = bareSubject(text)
    return industry(bare) == nil ? subject(bare) : .district
  }

  /// Returns a name without what is printed around it: an ordinal, a count, `#`, the word for a part.
  func bareSubject(_ text: String) -> String {
    let signs: Set<Character> = ["#", ":", ",", "、", " "]
    var name = CellText.plain(BodyLabeller.withoutOrdinal(text)).drop(while: signs.contains)
    if let word = words.words(.parts).first(where: { name.lowercased().hasPrefix($0) }) {
      name = name.dropFirst(word.count).drop(while: signs.contains)
    }
    return BodyLabeller.bare(String(name))
  }

  /// Returns the scope that the cell of a subject names: 规上 of `全区规上工业`; nil when it names none.
  func scope(ofSubject text: String) -> String? {
    scopes.value(text) { newScope($0) }
  }

  private func newScope(_ text: String) -> String? {
    guard let industry = industry(bareSubject(text))?.replacing("规模以上", with: "规上") else { return nil }
    return dataset.vocabulary.scopes.first { industry.hasPrefix(NameIndex.folded($0.name.zh)) }?.id
  }

  /// Returns the words for industry behind the name of the district; nil for another text.
  private func industry(_ text: String) -> String? {
    let folded = NameIndex.folded(text)
    let own = [dataset.info.name.zh, dataset.info.short.zh].map(NameIndex.folded)
    return (words.words(.district).filter(isWholeDistrict) + own).lazy.filter {
      !$0.isEmpty && folded.hasPrefix($0)
    }
    .map { String(folded.dropFirst($0.count)) }.first(where: words.words(.industry).contains)
  }

  /// Whether a text groups projects by their state or nature: 续建项目.
  func isState(_ text: String) -> Bool { state(ofGroup: text) != nil }

  /// Returns the state or nature by which a text groups projects: 续建 of 续建项目; nil for another text.
  func state(ofGroup text: String) -> String? {
    let folded = NameIndex.folded(text)
    let endings = [""] + words.words(.nameFillers) + ["类", "类项目", "的项目"]
    return endings.lazy.filter { folded.hasSuffix($0) }.map { String(folded.dropLast($0.count)) }
      .first { words.states[$0] != nil }
  }

  /// Returns the field and text that the name of a group gives its projects: a programme, a state, or the nature of the
  /// works, which counts only where no start is printed.
  func group(_ name: String) -> (field: ImportField, text: String)? {
    if !index.programmes(name).isEmpty { return (.programme, name) }
    guard let state = state(ofGroup: name) else { return nil }
    let isNature = words.words(.nameFillers).contains(state)
    return (isNature ? .nature : .state, state)
  }
}
