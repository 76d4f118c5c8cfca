import Canvas
import Domain
import Figures
import Output

// One document: its details, and everything that cites it.

extension SourcesPanel {
  func records(in context: PanelContext) -> [PanelRecord] {
    context.board.sources.map { PanelRecord(id: $0.id, names: [$0.short, $0.title], mode: 0) }
      + context.board.conflicts.map { PanelRecord(id: $0.id, names: [$0.title], mode: 1) }
  }

  func lines(of source: Source, _ context: PanelContext, width: Int) -> [Line] {
    let all = context.board.contributions(of: source.id)
    let title = Line(context.text(source.title), Style(.strong, on: .plain, .bold))
    let head = [Section([.text([title])]), Section([properties(of: source, all, context, width: width)])]
    guard width >= 150 else {
      return (head + groups(all, Contribution.Kind.allCases, context)).lines(width: width)
    }
    // The figures are beside all other groups.
    let column = SourcesPanel.columnWidth(width, 2)
    let kinds = [[.figures], Contribution.Kind.allCases.filter { $0 != .figures }]
    let columns = kinds.map { groups(all, $0, context).lines(width: column) }
    return head.lines(width: width) + [Line("")] + arranged(columns, in: 2, width: width, context)
  }

  func properties(
    of source: Source, _ all: [Contribution], _ context: PanelContext, width: Int
  ) -> Section.Block {
    let counts = Section.Field.flowing(
      counts(all, context).map { [Span($0, .accent)] }, width: width - SourcesPanel.labelColumns)
    let date = source.date.label(context.language)
    let known = source.knownOn.description
    let precision = context.text(source.date.precision.name)
    let sources = RecordCatalogue.sources
    let plans = context.dataset.plans.filter { $0.source == source.id }.map { context.text($0.name) }
    let place = source.lines.map { "  \(context.place($0))" } ?? ""
    return .fields(
      [
        context.field(sources["issuer"], context.text(source.issuer)),
        source.number.isEmpty
          ? context.field(sources["number"], context.text("无", "none"), .muted)
          : context.field(sources["number"], source.number),
        context.field(sources["kind"], context.text(source.kind.name)),
        context.field(
          sources["date"], context.text("\(date)（\(precision)）", "\(date) (exact to: \(precision))")),
        context.field(
          sources["date-note"],
          source.dateNote.map { context.text($0) } ?? context.text("原文所印", "as printed")),
        context.field(sources["known-on"], context.text("自 \(known) 起计入", "counts from \(known)")),
        context.field("设立的规划", "Plans", plans.joined(separator: context.text("、", "; "))),
        context.field(sources["file"], source.file + place, .muted),
        context.field("贡献", "Content", counts),
      ], labelWidth: SourcesPanel.labelColumns)
  }

  /// Returns `数字 143`, `项目节点 22`, `矛盾 40`.
  private func counts(_ all: [Contribution], _ context: PanelContext) -> [String] {
    if all.isEmpty { return [context.text("没有记录引用", "no record cites it")] }
    let counts = Dictionary(grouping: all, by: \.kind).mapValues(\.count)
    return Contribution.Kind.allCases.compactMap { kind in
      counts[kind].map { "\(context.text(kind.name)) \($0)" }
    }
  }

  // MARK: Groups

  private struct Entry: Sendable {
    var section = ""
    var printed = ""
    var role = Role.strong
    var name = Line("")
    var line: Int
  }

  func groups(_ all: [Contribution], _ kinds: [Contribution.Kind], _ context: PanelContext) -> [Section] {
    kinds.compactMap { kind in
      let entries = all.filter { $0.kind == kind }.map { entry($0, context) }
      guard !entries.isEmpty else { return nil }
      return Section(
        "\(context.text(kind.name)) \(entries.count)",
        [.drawing(lines: { rows(entries, context, $0) }, words: words(entries, context))])
    }
  }

  /// Returns each section with its entries, `第12行: “350亿元” 规上总产值`.
  private func words(_ entries: [Entry], _ context: PanelContext) -> [Section.Block] {
    var section = ""
    return entries.flatMap { entry -> [Section.Block] in
      let isSame = entry.section == section
      section = entry.section
      let value = [Span("\(entry.printed)  ")] + entry.name.spans
      let field = Section.Field(place(entry, context), [value])
      return (isSame ? [] : [.text([Line(section)])]) + [.fields([field], labelWidth: 0)]
    }
  }

  /// Returns the entries under their sections.
  private func rows(_ entries: [Entry], _ context: PanelContext, _ width: Int) -> [Line] {
    let printed = min(entries.map { TextWidth.columns(of: $0.printed) }.max() ?? 0, 24)
    let place = entries.map { TextWidth.columns(of: self.place($0, context)) }.max() ?? 0
    var section = ""
    return entries.flatMap { entry -> [Line] in
      var lines: [Line] = []
      if entry.section != section {
        section = entry.section
        lines.append(Line("  \(section)", .muted))
      }
      // In a narrow place, and after a long text, the parts follow each other.
      let isNarrow = width < 60
      func cell(_ text: String, _ columns: Int) -> String {
        let isLong = isNarrow || TextWidth.columns(of: text) > columns
        return isLong ? text : TextWidth.padded(text, to: columns)
      }
      let row = Line(
        [
          Span("  \(cell(self.place(entry, context), place))  ", .muted),
          Span("\(cell(entry.printed, printed))  ", entry.role),
        ] + entry.name.spans)
      return lines + row.wrapped(to: width, indent: isNarrow ? 4 : place + printed + 6)
    }
  }

  private func place(_ entry: Entry, _ context: PanelContext) -> String {
    context.place(entry.line...entry.line)
  }

  private func entry(_ contribution: Contribution, _ context: PanelContext) -> Entry {
    let citation = contribution.citations.first
    var entry = Entry(
      section: citation.map { context.section(of: $0) } ?? "",
      printed: citation.map { quoted($0.printed, context) } ?? "",
      line: citation?.line ?? 0)
    func name(_ name: Name, _ more: String = "") {
      entry.name = Line([Span(context.text(name)), Span(more.isEmpty ? "" : "  \(more)", .muted)])
    }
    switch contribution.record {
    case .figure(let figure):
      let said = context.statement(figure)
      name(said.label, context.text(said.value))
    case .milestone(let milestone, let project):
      let expected = milestone.isExpected ? context.text("预期", "expected ") : ""
      name(
        project.name,
        "\(milestone.date.label(context.language)) \(expected)\(context.stageName(milestone.stage))")
    case .project(let project): name(project.name)
    case .cluster(let cluster):
      let classification = context.dataset.classifications[cluster.classification]
      name(cluster.name, classification.map { context.text($0.name) } ?? "")
    case .task(let task):
      let number = task.number.isEmpty ? "" : "\(task.number) "
      name(Name(both: number) + task.name)
    case .park(let park): name(park.name)
    case .firm(let firm): name(firm.name)
    case .organisation(let organisation): name(organisation.name)
    case .strength(let strength): name(strength.name)
    case .measure(let measure): name(measure.name)
    case .conflict(let conflict):
      entry.section = ""
      entry.printed = context.severityText(conflict.severity)
      entry.role = conflict.severity.role
      name(conflict.title, context.text(conflict.kind.name))
    }
    return entry
  }
}

extension PanelContext {
  /// Returns the row of an opened document at which the entries of a cited line begin, with its section above it; 0 if
  /// there are none.
  package func row(of citation: Citation, _ view: ViewState) -> Int {
    guard let (block, text) = SourcesPanel().openedText(view, in: self, area: area) else { return 0 }
    let place = self.place(citation.line...citation.line)
    let rows = block.rows(width: text.width)
    let isCited: (Line) -> Bool = { line in
      let text = line.text
      guard let start = text.firstIndex(where: { $0 != " " }) else { return false }
      return text[start...].hasPrefix(place + " ") && text.contains(citation.printed)
    }
    let isNear: (Line) -> Bool = { $0.text.drop { $0 == " " }.hasPrefix(place + " ") }
    guard let row = rows.firstIndex(where: isCited) ?? rows.firstIndex(where: isNear) else { return 0 }
    return max(0, row - 1)
  }
}
