import Model

// One cluster in words: its facts, and on its own page its chain, its projects and where all that is printed.

extension ClustersPanel {
  private static let labelWidth = 10

  /// Everything about a cluster for its own page.
  func pageLines(of summary: ClusterSummary, _ state: AppState, width: Int) -> [Line] {
    figureLines(of: summary, state) + chainLines(of: summary, state, width: width)
      + heading(state.text("构成", "What belongs to it"), "") + structureLines(of: summary, state)
      + projectLines(of: summary, state) + sourceLines(of: summary, state)
  }

  /// The same without pictures: the chain as a line for each of its stages.
  func words(of summary: ClusterSummary, _ state: AppState) -> [Line] {
    let chain = ([summary.cluster] + summary.parts.map(\.cluster) + kinWithChain(summary, state)).flatMap {
      cluster in
      Cluster.ChainStage.allCases.compactMap { stage -> Line? in
        let items = cluster.chain.filter { $0.stage == stage }.flatMap(\.items).map { state.text($0.name) }
        guard !items.isEmpty else { return nil }
        let name = "\(state.text(cluster.name)) \(state.text(stage.name)) "
        return Line([Span(name, .muted), Span(items.joined(separator: state.text("、", ", ")))])
      }
    }
    return figureLines(of: summary, state)
      + (chain.isEmpty ? [] : heading(state.text("产业链", "Chain"), "") + chain)
      + heading(state.text("构成", "What belongs to it"), "") + structureLines(of: summary, state)
      + projectLines(of: summary, state) + sourceLines(of: summary, state)
  }

  private func label(_ zh: String, _ en: String, _ spans: [Span], _ state: AppState) -> Line {
    label(state.text(zh, en), spans, state)
  }

  private func label(_ name: String, _ spans: [Span], _ state: AppState) -> Line {
    let width = max(Self.labelWidth, TextWidth.columns(of: name) + 1)
    return Line([Span(TextWidth.padded(name, to: width), .muted)] + spans)
  }

  private func heading(_ title: String, _ remark: String) -> [Line] {
    [Line(""), Line([Span(title, Style(.title, on: .plain, .bold)), Span("  \(remark)", .muted)])]
  }

  // MARK: Facts

  /// What is known of a cluster without going into it.
  func factLines(of summary: ClusterSummary, _ state: AppState) -> [Line] {
    figureLines(of: summary, state) + structureLines(of: summary, state)
  }

  private func figureLines(of summary: ClusterSummary, _ state: AppState) -> [Line] {
    var lines: [Line] = []
    if summary.output != nil || summary.partial != nil {
      lines.append(label(totalName(state), output(summary, state), state))
    }
    if summary.publishedGrowth != nil || summary.computedGrowth != nil {
      lines.append(label("增长", "Growth", growth(summary, state), state))
    }
    if let target = summary.target { lines += targetLines(target, state) }
    lines += summary.kinTargets.map { kinLine($0, state) }
    if let share = summary.share {
      lines.append(label("占比", "Share", shareSpans(share, summary, state), state))
    }
    return lines
  }

  /// Its parts, firms, places and projects, and how others divide it.
  private func structureLines(of summary: ClusterSummary, _ state: AppState) -> [Line] {
    var lines = partLines(summary, state)
    let rows = [
      ("企业", "Firms", firms(summary, state)), ("园区", "Where", parks(summary, state)),
      ("项目", "Projects", projects(summary, state)), ("其他分类", "Also", kin(of: summary.cluster, state)),
    ]
    for (zh, en, spans) in rows where !spans.isEmpty { lines.append(label(zh, en, spans, state)) }
    return lines
  }

  /// What clusters add up to, as short as it is called.
  private func totalName(_ state: AppState) -> String {
    state.dataset.indicators[state.dataset.info.total].map { state.text($0.short) } ?? ""
  }

  private func output(_ summary: ClusterSummary, _ state: AppState) -> [Span] {
    var spans = summary.history.flatMap {
      [Span("\($0.period.label(state.language)) ", .muted), Span(state.label($0) + "  ", Style(.strong))]
    }
    if let partial = summary.partial {
      spans += [
        Span("\(partial.period.label(state.language)) ", .muted), Span(state.label(partial), Style(.strong)),
        Span(state.text(" 不与全年相比", " not compared with years"), .muted),
      ]
    }
    return spans
  }

  private func growth(_ summary: ClusterSummary, _ state: AppState) -> [Span] {
    var spans: [Span] = []
    if let published = summary.publishedGrowth {
      spans.append(Span("\(state.label(published)) ", Style(.strong)))
      spans.append(Span(state.text("公布", "published"), .muted))
    } else {
      spans.append(Span(state.text("未公布", "not published"), .muted))
    }
    if let computed = summary.computedGrowth {
      spans.append(Span("  \(Decimal.percent(computed)) ", Style(.strong)))
      spans.append(Span(state.text("推算", "computed"), .muted))
    } else {
      spans.append(
        Span(state.text("  上年数未公布，不能验算", "  the level of the year before is not published"), .muted))
    }
    return spans
  }

  /// The target with its standing, and under it what other plans want of the same cluster.
  private func targetLines(_ row: TargetProgress, _ state: AppState) -> [Line] {
    var standing = [
      Span("\(state.label(row.target)) ", Style(.strong)),
      Span("\(row.target.period.text) \(state.text(row.planName))  ", .muted),
      Span(state.standing(of: row), row.status.role),
    ]
    if let need = state.need(of: row) { standing.append(Span("  \(need)", .muted)) }
    if let due = state.dueText(of: row) { standing.append(Span("  \(due)", .stale)) }
    return [label("目标", "Target", standing, state)]
      + row.alternatives.enumerated().map { index, other in
        let plan = state.board.planName(of: other).map { state.text($0) } ?? ""
        return label(
          index == 0 ? "另有目标" : "", index == 0 ? "Other" : "",
          [Span("\(state.label(other)) ", Style(.accent)), Span("\(other.period.text) \(plan)", .muted)],
          state)
      }
  }

  private func kinLine(_ row: TargetProgress, _ state: AppState) -> Line {
    let cluster = state.dataset.clusters[row.target.subject.id].map { state.name(of: $0) } ?? ""
    return label(
      "", "",
      [
        Span("\(state.label(row.target)) ", Style(.accent)),
        Span("\(row.target.period.text) \(state.text(row.planName))  \(cluster)", .muted),
      ], state)
  }

  private func shareSpans(_ share: Double, _ summary: ClusterSummary, _ state: AppState) -> [Span] {
    let contribution = summary.contribution.map {
      let points = Decimal.fixed($0, digits: 2)
      return state.text("  拉动增长 \(points) 个百分点（推算）", "  adds \(points) pp to growth (computed)")
    }
    return [Span("\(Decimal.percent(share))\(contribution ?? "")")]
  }

  private func partLines(_ summary: ClusterSummary, _ state: AppState) -> [Line] {
    let parts = summary.parts.filter {
      $0.target != nil || $0.cluster.classification == summary.cluster.classification
    }
    return parts.enumerated().map { index, part in
      let figure = part.target.map { "\(state.label($0.target)) \($0.target.period.text)" } ?? ""
      // Parts of the industry of the same name in another classification are no parts of this one.
      let isOwn = part.cluster.classification == summary.cluster.classification
      return label(
        index > 0 ? "" : isOwn ? "子产业" : "规划细分", index > 0 ? "" : isOwn ? "Parts" : "In plan",
        [
          Span(state.name(of: part.cluster)), Span("  \(figure)", Style(.strong)),
          Span("  \(part.target.map { state.text($0.planName) } ?? "")", .muted),
        ], state)
    }
  }

  private func firms(_ summary: ClusterSummary, _ state: AppState) -> [Span] {
    let ids = summary.cluster.enterprises
    let firms = state.dataset.enterprises.filter {
      (ids.contains($0.id) || $0.clusters.contains(summary.cluster.id)) && state.board.isKnown($0.citations)
    }
    return list(
      firms.map { firm in
        state.text(firm.name)
          + (firm.role.map { state.text("（\(state.text($0.name))）", " (\(state.text($0.name)))") } ?? "")
      }, state)
  }

  private func parks(_ summary: ClusterSummary, _ state: AppState) -> [Span] {
    let kin = Set(
      [summary.cluster.id]
        + state.dataset.clusters.filter { $0.sameAs.contains(summary.cluster.id) }.map(\.id))
    let parks = state.dataset.parks.filter { park in
      (summary.cluster.parks.contains(park.id) || !kin.isDisjoint(with: park.clusters))
        && state.board.isKnown(park.citations)
    }
    return list(parks.map { state.text($0.name) }, state)
  }

  private func projects(_ summary: ClusterSummary, _ state: AppState) -> [Span] {
    let spans = Rung.allCases.flatMap { rung -> [Span] in
      guard let count = summary.projects[rung], count > 0 else { return [] }
      return [Span("\(state.rungName(rung)) ", rung.role), Span("\(count)  ", Style(.strong))]
    }
    return spans
  }

  private func kin(of cluster: Cluster, _ state: AppState) -> [Span] {
    let others = state.dataset.clusters.filter {
      (cluster.sameAs.contains($0.id) || $0.sameAs.contains(cluster.id)) && state.board.isKnown($0.citations)
    }
    return list(others.map { state.name(of: $0) }, state)
  }

  private func list(_ names: [String], _ state: AppState) -> [Span] {
    names.isEmpty ? [] : [Span(names.joined(separator: state.text("、", ", ")))]
  }

  // MARK: Chain, projects, citations

  func chainLines(of summary: ClusterSummary, _ state: AppState, width: Int) -> [Line] {
    let clusters = [summary.cluster] + summary.parts.map(\.cluster) + kinWithChain(summary, state)
    let picture = ChainPicture(clusters: clusters, owner: summary.cluster.id, state: state).lines(
      width: width)
    guard !picture.isEmpty else { return [] }
    return heading(state.text("产业链", "Chain"), state.text("上游至下游", "upstream to downstream")) + picture
  }

  /// Clusters of other classifications that mean about the same and have a chain of their own.
  private func kinWithChain(_ summary: ClusterSummary, _ state: AppState) -> [Cluster] {
    let cluster = summary.cluster
    return state.dataset.clusters.filter {
      (cluster.sameAs.contains($0.id) || $0.sameAs.contains(cluster.id)) && !$0.chain.isEmpty
        && state.board.isKnown($0.citations)
    }
  }

  /// Its projects, the furthest first, with the date they got there.
  func projectLines(of summary: ClusterSummary, _ state: AppState) -> [Line] {
    let members = state.board.projects.filter { $0.project.clusters.contains(summary.cluster.id) }
    guard !members.isEmpty else { return [] }
    let rungs = Rung.allCases.reversed().filter { rung in members.contains { $0.rung == rung } }
    let rows = rungs.flatMap { rung in
      members.filter { $0.rung == rung }.map { projectLine($0, rung, state) }
    }
    let count = state.board.counts(of: members).projects
    return heading(
      state.text("项目 \(count)", "Projects \(count)"),
      state.text("按 v 到项目页", "v shows them in their view")) + rows
  }

  private func projectLine(_ status: ProjectStatus, _ rung: Rung, _ state: AppState) -> Line {
    let date = status.reached?.dateLabel(state.language) ?? ""
    return Line([
      Span(TextWidth.padded(state.rungName(rung), to: state.stageColumns + 1), rung.role),
      Span(TextWidth.padded(date, to: state.language == .zh ? 13 : 18), .muted),
      Span((status.isPart ? state.glyphs.branch : "") + state.text(status.project.name)),
    ])
  }

  private func sourceLines(of summary: ClusterSummary, _ state: AppState) -> [Line] {
    heading(state.text("出处", "Where it is printed"), "")
      + Self.statements(of: summary, state).flatMap { statement in
        [
          Line([Span(state.text(statement.label), .strong), Span("  \(state.text(statement.value))", .muted)])
        ]
          + state.citationLines(statement.citations).map { Line([Span("  ")] + $0.spans) }
      }
  }
}
