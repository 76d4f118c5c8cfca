import Domain
import Figures

/// Writes where a figure is printed, and which statements disagree with it.
struct FootnoteText {
  let board: Board
  let language: Language
  /// Whether documents have their short names, and conflicts only their sides, because both are in full elsewhere.
  var isShort = false

  private var dataset: Dataset { board.dataset }
  private func text(_ zh: String, _ en: String) -> String { language == .zh ? zh : en }

  /// Returns the places where a figure is printed, and both sides of conflicts that cast doubt on it.
  func text(_ figure: Figure) -> String {
    var text = places(figure.citations)
    guard board.contested.contains(figure.id) else { return text }
    // Contradictions have two sides and the most information, so they come first and arithmetic after them.
    let all = board.conflicts(about: figure).filter { $0.castsDoubt || $0.foundBy != .person }
    let conflicts = all.filter { $0.kind == .contradiction } + all.filter { $0.kind != .contradiction }
    if let first = conflicts.first {
      text += " ≠ " + (isShort ? first.title[language] + self.text("：", ": ") + sides(first) : words(first))
      if isShort { text += self.text("。", ".") }
    }
    if conflicts.count > 1 {
      text += self.text(
        " 另有\(conflicts.count - 1)项矛盾涉及此数，见“数据情况”。",
        " More conflicts concern this figure (\(conflicts.count - 1)); see the section on data.")
    }
    return text
  }

  /// Returns places such as `“144.54亿元”，《…》，发文单位，文号，日期，章节。`; several are joined; empty without citations.
  func places(_ citations: [Citation]) -> String {
    let places = citations.filter { board.knownSources.contains($0.source) }.map(place)
    return places.isEmpty ? "" : places.joined(separator: text("；", "; ")) + text("。", ".")
  }

  func place(_ citation: Citation) -> String {
    let source = dataset.sources[citation.source]
    if isShort {
      let name = source?.short[language] ?? citation.source
      let parts = [text("“\(citation.printed)”", "“\(citation.printed)”"), name, citation.section]
      return parts.filter { !$0.isEmpty }.joined(separator: text("，", ", "))
    }
    let title = source?.title[language] ?? citation.source
    let parts =
      [
        text("“\(citation.printed)”", "“\(citation.printed)”"), text("《\(title)》", title),
        source?.issuer[language] ?? "", source?.number ?? "", source?.date.label(language) ?? "",
        citation.section,
      ].filter { !$0.isEmpty }
    return parts.joined(separator: text("，", ", "))
  }

  /// Returns a conflict with its sides, the arithmetic and the value shown.
  func words(_ conflict: Conflict) -> String {
    conflict.title[language] + text("：", ": ") + account(conflict)
  }

  /// Returns the same without its title.
  func account(_ conflict: Conflict) -> String {
    var parts = [sides(conflict)]
    if let computed = conflict.computed { parts.append(text("验算：", "check: ") + computed[language]) }
    let verdict = board.verdict(on: conflict)
    if !verdict.ruleID.isEmpty { parts.append(text("采用规则：", "rule used: ") + verdict.rule[language]) }
    return parts.joined(separator: text("；", "; ")) + text("。", ".")
  }

  /// Returns every side with its value and document.
  func sides(_ conflict: Conflict) -> String {
    conflict.statements.map(side).joined(separator: text("；", "; "))
  }

  private func side(_ statement: Conflict.Statement) -> String {
    let sources = board.citations(of: statement).compactMap { dataset.sources[$0.source]?.short[language] }
    var seen: Set<String> = []
    let said = sources.filter { seen.insert($0).inserted }.joined(separator: text("、", ", "))
    let place = said.isEmpty ? "" : text("（\(said)）", " (\(said))")
    switch statement {
    case .figure(let id):
      guard let figure = dataset.figures[id] else { return id }
      return name(figure) + text("", " ") + dataset.exactLabel(figure, language) + place
    case .claim(let claim, _):
      return claim[language] + place
    }
  }

  /// Returns the topic of a figure: `新材料2025年规上工业总产值目标`.
  func name(_ figure: Figure) -> String {
    let indicator = dataset.indicatorName(of: figure)
    let subject = figure.subject == .district ? "" : dataset.name(of: figure.subject)[language]
    let kind = figure.kind == .actual ? "" : figure.kind.word[language]
    let period = figure.periodLabel(language)
    return language == .zh
      ? subject + period + indicator.zh + kind
      : [subject, indicator.en, kind, period].filter { !$0.isEmpty }.joined(separator: " ")
  }
}

extension Figure.Kind {
  /// The word for the kind, after the name of an indicator.
  var word: Name {
    switch self {
    case .actual: Name(zh: "", en: "")
    case .target: Name(zh: "目标", en: "target")
    case .growth: Name(zh: "增速", en: "growth")
    case .cumulative: Name(zh: "累计", en: "cumulative")
    case .share: Name(zh: "占比", en: "share")
    }
  }
}
