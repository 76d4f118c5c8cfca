import Canvas
import Domain
import Figures

// The wording and colours of documents, conflicts and what documents contribute.

extension PartialDate.Precision {
  /// The precision of a date.
  package var name: Name {
    switch self {
    case .day: Name(zh: "到日", en: "day")
    case .month: Name(zh: "到月", en: "month")
    case .year: Name(zh: "到年", en: "year")
    case .by, .before: Name(zh: "最迟", en: "latest")
    case .unknown: Name(zh: "不明", en: "unknown")
    }
  }
}

extension Conflict.Severity {
  /// The colour of the severity.
  package var role: Role {
    switch self {
    case .critical: .farBehind
    case .caution: .behind
    case .note: .muted
    }
  }
}

extension Conflict.Finder {
  /// Who found it, as part of a sentence.
  package var sentence: Name {
    switch self {
    case .person: Name(zh: "人工核对", en: "found by a person")
    case .rule: Name(zh: "程序按规则发现", en: "found by a rule")
    case .both: Name(zh: "人工核对并经程序验算", en: "found by a person and by a rule")
    }
  }
}

extension Contribution.Kind {
  /// The name on the screen, in both languages.
  package var name: Name {
    switch self {
    case .figures: Name(zh: "数字", en: "Figures")
    case .milestones: Name(zh: "项目节点", en: "Milestones")
    case .projects: Name(zh: "项目", en: "Projects")
    case .clusters: Name(zh: "集群", en: "Clusters")
    case .tasks: Name(zh: "任务", en: "Tasks")
    case .parks: Name(zh: "园区", en: "Parks")
    case .firms: Name(zh: "企业", en: "Firms")
    case .organisations: Name(zh: "单位", en: "Units")
    case .strengths: Name(zh: "优势", en: "Strengths")
    case .measures: Name(zh: "措施", en: "Measures")
    case .conflicts: Name(zh: "矛盾", en: "Conflicts")
    }
  }
}

extension PanelContext {
  func glyph(_ severity: Conflict.Severity) -> String {
    switch severity {
    case .critical: glyphs.statuses[.farBehind] ?? ""
    case .caution: glyphs.statuses[.slightlyBehind] ?? ""
    case .note: glyphs.bullet
    }
  }

  /// Returns glyph and word: `✗ 重大分歧`.
  func severityText(_ severity: Conflict.Severity) -> String {
    "\(glyph(severity)) \(text(severity.name))"
  }

  /// The columns of the longest glyph and word of a severity.
  var severityColumns: Int {
    Conflict.Severity.allCases.map { TextWidth.columns(of: severityText($0)) }.max() ?? 0
  }

  /// Returns the documents on the sides of a conflict, each once, by their short names: `十四五规划、2022总结`. If not all fit
  /// into `columns`, returns as many as fit and the total number: `十四五规划等3份`.
  func documents(of conflict: Conflict, fitting columns: Int) -> String {
    var seen: Set<String> = []
    let names = board.citations(of: conflict).map { citation in
      dataset.sources[citation.source].map { text($0.short) } ?? citation.source
    }.filter { seen.insert($0).inserted }
    // A name takes at least one column, so more than `columns` names never fit.
    for count in (0...min(names.count, columns)).reversed() {
      var joined = names.prefix(count).joined(separator: text("、", ", "))
      if count < names.count { joined += text("等\(names.count)份", " +\(names.count - count)") }
      if TextWidth.columns(of: joined) <= columns || count <= 1 { return joined }
    }
    return ""
  }

  /// Returns the values of the sides of a conflict, each once: `350 ↔ 400亿元`. The sides without a figure are quoted. If
  /// not all fit into `columns`, returns as many as fit and a mark that there are more.
  func values(of conflict: Conflict, fitting columns: Int) -> String {
    var seen: Set<String> = []
    let figures = conflict.figures.compactMap { dataset.figures[$0] }
    // Both sides are here: a mark beside each would say nothing.
    let labels = figures.map { typed(dataset.label($0, language)) }
    // One unit is printed once, where the texts begin with their numbers.
    let unit =
      Set(figures.map(\.unit)).count == 1 ? zip(figures, labels).map { suffix($0, $1) }.first ?? "" : ""
    let isShared = !unit.isEmpty && labels.allSatisfy { $0.hasSuffix(unit) }
    var texts = labels.map { isShared ? String($0.dropLast(unit.count)) : $0 }
    if texts.isEmpty {
      texts = conflict.statements.flatMap { board.citations(of: $0).prefix(1) }.map {
        text("“\($0.printed)”", "\"\($0.printed)\"")
      }
    }
    texts = texts.filter { seen.insert($0).inserted }
    // What does not add up is a list; only sides that exclude each other stand against each other.
    let isOpposed = [.contradiction, .scope, .timeline].contains(conflict.kind)
    let separator = isOpposed ? " \(glyphs.against) " : text("、", ", ")
    for count in (1...max(1, texts.count)).reversed() {
      let more = count < texts.count ? " \(glyphs.ellipsis)" : ""
      let joined = texts.prefix(count).joined(separator: separator) + (isShared ? unit : "") + more
      if TextWidth.columns(of: joined) <= columns { return joined }
    }
    return TextWidth.fitted(texts.first ?? "", to: columns, mark: glyphs.ellipsis)
  }

  /// Returns what follows the number in a label: the unit.
  private func suffix(_ figure: Figure, _ label: String) -> String {
    let number = plainValue(figure)
    return label.hasPrefix(number) ? String(label.dropFirst(number.count)) : ""
  }

  /// Returns line numbers of a document's plain-text copy: `第12行`, `第1-95行`.
  func place(_ lines: ClosedRange<Int>) -> String {
    let numbers =
      lines.count == 1 ? "\(lines.lowerBound)" : "\(lines.lowerBound)-\(lines.upperBound)"
    return text("第\(numbers)行", lines.count == 1 ? "line \(numbers)" : "lines \(numbers)")
  }
}
