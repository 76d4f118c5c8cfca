import Model

/// The projects as a table or as a board of stages; filtered, sorted, and one of them with its whole history.
struct ProjectsPanel: Panel {
  let id = "projects"
  let title = Name(zh: "项目", en: "Projects")
  let keys = [
    KeyHint("↑↓", "移动", "move"), KeyHint("Enter", "详情", "detail"), KeyHint("Space", "表/看板", "table/board"),
    KeyHint(",", "筛选文字", "filter text"), KeyHint("c", "集群", "cluster"), KeyHint("t", "阶段", "stage"),
    KeyHint("a", "园区", "park"), KeyHint("u", "业主", "owner"), KeyHint("o", "排序", "sort"),
    KeyHint("x", "清除筛选", "clear filters"), KeyHint(boundTo: Action.citations, "出处", "sources"),
  ]

  private enum Order: Int, CaseIterable {
    case stage, date, investment, name

    var name: Name {
      switch self {
      case .stage: Name(zh: "按阶段", en: "by stage")
      case .date: Name(zh: "按日期", en: "by date")
      case .investment: Name(zh: "按投资", en: "by investment")
      case .name: Name(zh: "按名称", en: "by name")
      }
    }
  }

  private func order(_ state: AppState) -> Order {
    Order(rawValue: state.viewState(id).order % Order.allCases.count) ?? .stage
  }

  private func isBoard(_ state: AppState) -> Bool { state.viewState(id).mode % 2 == 1 }

  // MARK: Keys

  func update(_ state: inout AppState, on key: Key) -> Bool {
    if state.viewState(id).input != nil { return type(&state, key) }
    if !state.viewState(id).isOpen, filter(&state, key) { return true }
    let rows = rows(state)
    if isBoard(state), !state.viewState(id).isOpen, key == .left || key == .right {
      moveAcross(&state, rows, by: key == .left ? -1 : 1)
      return true
    }
    if isBoard(state), !state.viewState(id).isOpen, [.up, .down].contains(key) {
      let column = rows.filter { $0.rung == selected(state)?.rung }
      return moveSelection(&state, on: key, through: column.map(\.project.id), page: 10)
    }
    return moveSelection(&state, on: key, through: rows.map(\.project.id), page: 10)
  }

  private func type(_ state: inout AppState, _ key: Key) -> Bool {
    state.updateView { view in
      var text = view.input ?? ""
      switch key {
      case .character(let character): text.append(character)
      case .backspace: text = String(text.dropLast())
      case .control("u"): text = ""
      case .enter:
        view.input = nil
        view.filters["text"] = text.isEmpty ? nil : text
        return
      case .escape:
        view.input = nil
        view.filters["text"] = nil
        return
      default: return
      }
      view.input = text
      view.filters["text"] = text.isEmpty ? nil : text
    }
    return true
  }

  private func filter(_ state: inout AppState, _ key: Key) -> Bool {
    let dataset = state.dataset
    func cycle(_ name: String, _ values: [String]) {
      state.updateView { view in
        let index = view.filters[name].flatMap(values.firstIndex).map { $0 + 1 } ?? 0
        view.filters[name] = values.indices.contains(index) ? values[index] : nil
      }
    }
    switch key {
    case .character(" "): state.updateView { $0.mode += 1 }
    case .character(","): state.updateView { $0.input = $0.filters["text"] ?? "" }
    case .character("o"): state.updateView { $0.order += 1 }
    case .character("x"), .delete: state.updateView { $0.filters = [:] }
    case .character("c"):
      let used = Set(state.board.projects.flatMap(\.project.clusters))
      cycle("cluster", dataset.clusters.filter { $0.parent == nil && used.contains($0.id) }.map(\.id))
    case .character("t"):
      cycle(
        "stage",
        Rung.allCases.map(\.rawValue).filter { rung in
          state.board.projects.contains { $0.rung?.rawValue == rung }
        })
    case .character("a"):
      cycle(
        "park",
        dataset.parks.map(\.id).filter { park in
          state.board.projects.contains { $0.project.park == park }
        })
    case .character("u"):
      cycle(
        "owner",
        dataset.enterprises.map(\.id).filter { owner in
          state.board.projects.contains { $0.project.enterprise == owner }
        })
    default: return false
    }
    return true
  }

  /// Goes to the neighbouring column of the board that is not empty.
  private func moveAcross(_ state: inout AppState, _ rows: [ProjectStatus], by step: Int) {
    let rungs = columns(rows)
    guard let now = selected(state)?.rung, let index = rungs.firstIndex(of: now),
      rungs.indices.contains(index + step)
    else { return }
    let target = rungs[index + step]
    let row = rows.filter { $0.rung == now }.firstIndex { $0.project.id == selected(state)?.project.id } ?? 0
    let column = rows.filter { $0.rung == target }
    state.updateView { $0.selection = column[min(row, column.count - 1)].project.id }
  }

  private func columns(_ rows: [ProjectStatus]) -> [Rung] {
    Rung.allCases.filter { rung in rows.contains { $0.rung == rung } }
  }

  // MARK: Content

  private func rows(_ state: AppState) -> [ProjectStatus] {
    let filters = state.viewState(id).filters
    let text = filters["text"]?.lowercased()
    var rows = state.board.projects.filter { status in
      let project = status.project
      if let stage = filters["stage"], status.rung?.rawValue != stage { return false }
      if let cluster = filters["cluster"], !project.clusters.contains(cluster) { return false }
      if let park = filters["park"], project.park != park { return false }
      if let owner = filters["owner"], project.enterprise != owner { return false }
      if filters["overdue"] != nil, !status.isOverdue { return false }
      if let text, !matches(project, text, state.dataset) { return false }
      return true
    }
    switch order(state) {
    case .stage: rows = stable(rows) { ($0.rung ?? .planned) > ($1.rung ?? .planned) }
    case .date: rows = stable(rows) { ($0.since ?? .distantPast) > ($1.since ?? .distantPast) }
    case .investment: rows = stable(rows) { ($0.investment?.value ?? -1) > ($1.investment?.value ?? -1) }
    case .name: rows = stable(rows) { state.text($0.project.name) < state.text($1.project.name) }
    }
    return rows
  }

  private func stable(
    _ rows: [ProjectStatus], _ precedes: (ProjectStatus, ProjectStatus) -> Bool
  ) -> [ProjectStatus] {
    rows.enumerated().sorted { left, right in
      precedes(left.element, right.element)
        || (!precedes(right.element, left.element) && left.offset < right.offset)
    }.map(\.element)
  }

  /// Whether a name of the project, of its owner or of its park contains the text.
  private func matches(_ project: Project, _ text: String, _ dataset: Dataset) -> Bool {
    let owner = project.enterprise.flatMap { dataset.enterprises[$0] }
    let names =
      [project.name] + project.aliases + [project.owner, owner?.name].compactMap { $0 }
      + (owner?.aliases ?? [])
      + [project.park.flatMap { dataset.parks[$0]?.name }].compactMap { $0 }
    return names.contains { $0.zh.lowercased().contains(text) || $0.en.lowercased().contains(text) }
  }

  private func selected(_ state: AppState) -> ProjectStatus? {
    let rows = rows(state)
    return selectedIndex(state, in: rows.map(\.project.id)).map { rows[$0] }
  }

  func statements(_ state: AppState) -> [Statement] {
    guard let status = selected(state) else { return [] }
    let milestones = status.milestones.map { milestone in
      Statement(
        label: status.project.name,
        value: Name(
          zh: milestoneText(milestone, state, .zh), en: milestoneText(milestone, state, .en)),
        citations: milestone.citations)
    }
    return milestones + figures(of: status, state).map(state.statement)
  }

  private func figures(of status: ProjectStatus, _ state: AppState) -> [Figure] {
    state.board.figures.filter { $0.subject == .project(status.project.id) }
  }

  private func milestoneText(_ milestone: Milestone, _ state: AppState, _ language: Language) -> String {
    let stage = state.dataset.stages[milestone.stage]?.name[language] ?? milestone.stage
    let kind = milestone.isExpected ? (language == .zh ? "预期" : "expected ") : ""
    return "\(milestone.date.label(language)) \(kind)\(stage)"
  }

  // MARK: Drawing

  func render(_ state: AppState, in area: Rect, into buffer: inout Buffer) {
    let view = state.viewState(id)
    let rows = rows(state)
    if view.isOpen, let status = selected(state) {
      renderDetail(status, state, area, view.scroll, &buffer)
      return
    }
    let (head, rest) = area.splitTop(1)
    let filters = filterText(state)
    SectionTitle(
      state.text("项目", "Projects") + " \(rows.count)/\(state.board.projects.count)",
      remark: filters.isEmpty ? state.text(order(state).name) : filters
    ).render(in: head, into: &buffer, glyphs: state.glyphs)
    let wantsCommitments = !state.board.pipeline.commitments.isEmpty && rest.height >= 14
    let (body, foot) = rest.splitBottom(wantsCommitments ? state.board.pipeline.commitments.count + 1 : 0)
    if rows.isEmpty {
      buffer.put(
        state.text("没有符合条件的项目，按 x 清除筛选", "no project matches; x clears the filters"), x: body.x + 1,
        y: body.y,
        style: Style(.muted), clip: body)
    } else if isBoard(state) {
      renderBoard(rows, state, body, &buffer)
    } else {
      renderTable(rows, state, body, &buffer)
    }
    renderCommitments(state, foot, &buffer)
  }

  private func filterText(_ state: AppState) -> String {
    let view = state.viewState(id)
    var parts: [String] = []
    if let stage = view.filters["stage"].flatMap(Rung.init) { parts.append(state.rungName(stage)) }
    if let cluster = view.filters["cluster"].flatMap({ state.dataset.clusters[$0] }) {
      let classification = state.dataset.classifications[cluster.classification]
      parts.append(state.text(cluster.name) + (classification.map { "(\(state.text($0.name)))" } ?? ""))
    }
    if let park = view.filters["park"].flatMap({ state.dataset.parks[$0] }) {
      parts.append(state.text(park.name))
    }
    if let owner = view.filters["owner"].flatMap({ state.dataset.enterprises[$0] }) {
      parts.append(state.text(owner.name))
    }
    if view.filters["overdue"] != nil { parts.append(state.text("预期已过", "overdue")) }
    if let text = view.filters["text"] { parts.append(text) }
    return parts.joined(separator: " + ")
  }

  private func renderTable(_ rows: [ProjectStatus], _ state: AppState, _ area: Rect, _ buffer: inout Buffer) {
    let columns = [
      Table.Column(state.text("项目", "Project"), width: 24, flex: 4, priority: 9),
      Table.Column(state.text("阶段", "Stage"), width: state.rungColumns, priority: 9),
      Table.Column(state.text("日期", "Date"), width: 10, priority: 8),
      Table.Column(state.text("集群", "Cluster"), width: 12, flex: 1, priority: 6),
      Table.Column(state.text("预期", "Expected"), width: state.language == .zh ? 16 : 22, priority: 5),
      Table.Column(state.text("投资", "Investment"), width: 10, alignment: .right, priority: 4),
      Table.Column(state.text("业主", "Owner"), width: 16, flex: 1, priority: 2),
    ]
    let content = rows.map { status -> Table.Row in
      let project = status.project
      let expected =
        status.expected.map { "\($0.date.label(state.language)) \(state.stageName($0.stage))" } ?? ""
      let cluster =
        project.clusters.last.flatMap { state.dataset.clusters[$0] }.map { state.text($0.name) } ?? ""
      let owner = project.enterprise.flatMap { state.dataset.enterprises[$0]?.name } ?? project.owner
      return Table.Row([
        .text(state.text(project.name)),
        .text(status.rung.map { state.rungName($0) } ?? "-", Style(status.rung?.role ?? .muted)),
        .text(status.reached?.date.label(state.language) ?? "-"), .text(cluster, .muted),
        .text(expected, Style(status.isOverdue ? .behind : .muted)), .text(state.label(status.investment)),
        .text(owner.map { state.text($0) } ?? "", .muted),
      ])
    }
    let selection = selectedIndex(state, in: rows.map(\.project.id))
    Table(columns: columns, rows: content, selection: selection).render(
      in: area, into: &buffer, glyphs: state.glyphs)
  }

  private func renderBoard(_ rows: [ProjectStatus], _ state: AppState, _ area: Rect, _ buffer: inout Buffer) {
    let rungs = columns(rows)
    guard let now = selected(state)?.rung, let position = rungs.firstIndex(of: now) else { return }
    let fitting = max(1, min(rungs.count, area.width / 20))
    let first = min(max(0, position - fitting / 2), rungs.count - fitting)
    let width = area.width / fitting
    for (index, rung) in rungs[first..<(first + fitting)].enumerated() {
      let column = Rect(
        x: area.x + index * width, y: area.y, width: width - (index < fitting - 1 ? 1 : 0),
        height: area.height)
      let members = rows.filter { $0.rung == rung }
      let (head, body) = column.splitTop(1)
      SectionTitle("\(state.rungName(rung)) \(members.count)", isActive: rung == now)
        .render(in: head, into: &buffer, glyphs: state.glyphs)
      let selection = rung == now ? members.firstIndex { $0.project.id == selected(state)?.project.id } : nil
      Table(
        columns: [Table.Column("", width: 8, flex: 1)],
        rows: members.map { Table.Row([.text(state.text($0.project.name))]) }, selection: selection,
        hasHeader: false
      ).render(in: body, into: &buffer, glyphs: state.glyphs)
    }
  }

  private func renderCommitments(_ state: AppState, _ area: Rect, _ buffer: inout Buffer) {
    guard area.height > 1 else { return }
    SectionTitle(
      state.text("年度承诺", "Yearly commitments"),
      remark: state.text("通报数与列名数分列", "reported and named are kept apart")
    ).render(in: area, into: &buffer, glyphs: state.glyphs)
    for (index, line) in CommitmentLines.lines(state, isShort: false).enumerated() {
      buffer.put(line, in: area, row: index + 1, ellipsis: state.glyphs.ellipsis)
    }
  }

  private func renderDetail(
    _ status: ProjectStatus, _ state: AppState, _ area: Rect, _ scroll: Int, _ buffer: inout Buffer
  ) {
    let (head, body) = area.splitTop(1)
    SectionTitle(
      state.text(status.project.name), remark: status.rung.map { state.rungName($0) } ?? "", isActive: true
    ).render(in: head, into: &buffer, glyphs: state.glyphs)
    TextBlock(detail(of: status, state), scroll: scroll, indent: 10)
      .render(in: body.inset(columns: 1), into: &buffer, glyphs: state.glyphs)
  }

  func openedText(_ state: AppState, in area: Rect) -> (block: TextBlock, area: Rect)? {
    guard state.viewState(id).isOpen, let status = selected(state) else { return nil }
    return (TextBlock(detail(of: status, state), indent: 10), area.splitTop(1).rest.inset(columns: 1))
  }

  private func detail(of status: ProjectStatus, _ state: AppState) -> [Line] {
    let project = status.project
    var lines = [milestoneLine(status, state), Line("")]
    func add(_ zh: String, _ en: String, _ value: String) {
      guard !value.isEmpty else { return }
      lines.append(Line([Span(TextWidth.padded(state.text(zh, en), to: 10), .muted), Span(value)]))
    }
    let separator = state.text("、", ", ")
    add("又名", "Also", project.aliases.map { state.text($0) }.joined(separator: separator))
    add(
      "集群", "Cluster",
      project.clusters.compactMap { state.dataset.clusters[$0] }.map { state.text($0.name) }.joined(
        separator: separator))
    add(
      "业主", "Owner",
      (project.enterprise.flatMap { state.dataset.enterprises[$0]?.name } ?? project.owner).map {
        state.text($0)
      } ?? "")
    add("园区", "Park", project.park.flatMap { state.dataset.parks[$0] }.map { state.text($0.name) } ?? "")
    add("专栏", "Box", project.box.map { state.text($0) } ?? "")
    add("说明", "Note", project.note.map { state.text($0) } ?? "")
    for figure in figures(of: status, state) {
      let name = state.dataset.indicators[figure.indicator].map { state.text($0.short) } ?? ""
      add(
        name, name,
        "\(state.label(figure))  \(figure.period.label(state.language)) \(state.text(figure.kind.name))")
    }
    if status.isOverdue, let expected = status.expected {
      lines.append(
        Line([
          Span(TextWidth.padded(state.text("逾期", "Overdue"), to: 10), .muted),
          Span(milestoneText(expected, state, state.language), .behind),
          Span(state.text("  未见到达的记载", "  nothing says it was reached"), .muted),
        ]))
    }
    lines.append(Line(""))
    lines.append(Line(state.text("历次记载", "What was stated, and where"), .title))
    for milestone in status.milestones {
      let rung = state.dataset.rung(of: milestone.stage)
      lines.append(
        Line([
          Span(milestone.isExpected ? "  " : "\(state.glyphs.bullet) ", .accent),
          Span(milestoneText(milestone, state, state.language), milestone.isExpected ? .muted : rung.role),
          Span(milestone.note.map { "  \(state.text($0))" } ?? "", .muted),
        ]))
      lines += state.citationLines(milestone.citations).map { Line([Span("    ")] + $0.spans) }
    }
    for figure in figures(of: status, state) {
      lines += state.citationLines(figure.citations).map { Line([Span("    ")] + $0.spans) }
    }
    return lines
  }

  /// The ladder with the dates of the rungs that were reached: `谋划 2021-08 → 开工 2022-02 → 投产 2022-06-27`.
  private func milestoneLine(_ status: ProjectStatus, _ state: AppState) -> Line {
    var spans: [Span] = []
    for milestone in status.milestones {
      let rung = state.dataset.rung(of: milestone.stage)
      if !spans.isEmpty { spans.append(Span(" \(state.glyphs.arrow) ", .muted)) }
      let text = "\(state.stageName(milestone.stage)) \(milestone.date.label(state.language))"
      spans.append(
        Span(
          milestone.isExpected ? "(\(text))" : text,
          Style(milestone.isExpected ? .muted : rung.role, on: .plain, milestone.isExpected ? [] : .bold)))
    }
    return Line(spans)
  }
}
