import Canvas
import Domain
import Figures

// One cluster in words: its facts and, on its own page, its chain, its projects and the citations.

extension ClustersPanel {
  private static let labelWidth = 10

  /// Returns all lines of a cluster for its own page. `width` is in columns.
  func pageLines(of summary: ClusterSummary, _ context: PanelContext, width: Int) -> [Line] {
    figureLines(of: summary, context) + chainLines(of: summary, context, width: width)
      + heading(context.text("构成", "What belongs to it"), "") + structureLines(of: summary, context)
      + projectLines(of: summary, context) + sourceLines(of: summary, context)
  }

  /// Returns the same lines without pictures: the chain has one line per stage.
  func words(of summary: ClusterSummary, _ context: PanelContext) -> [Line] {
    let chain = ([summary.cluster] + summary.parts.map(\.cluster) + kinWithChain(summary, context)).flatMap {
      cluster in
      Cluster.ChainStage.allCases.compactMap { stage -> Line? in
        let items = cluster.chain.filter { $0.stage == stage }.flatMap(\.items).map { context.text($0.name) }
        guard !items.isEmpty else { return nil }
        let name = "\(context.text(cluster.name)) \(context.text(stage.name)) "
        return Line([Span(name, .muted), Span(items.joined(separator: context.text("、", ", ")))])
      }
    }
    return figureLines(of: summary, context)
      + (chain.isEmpty ? [] : heading(context.text("产业链", "Chain"), "") + chain)
      + heading(context.text("构成", "What belongs to it"), "") + structureLines(of: summary, context)
      + projectLines(of: summary, context) + sourceLines(of: summary, context)
  }

  private func label(_ zh: String, _ en: String, _ spans: [Span], _ context: PanelContext) -> Line {
    label(context.text(zh, en), spans, context)
  }

  private func label(_ name: String, _ spans: [Span], _ context: PanelContext) -> Line {
    let width = max(Self.labelWidth, TextWidth.columns(of: name) + 1)
    return Line([Span(TextWidth.padded(name, to: width), .muted)] + spans)
  }

  private func heading(_ title: String, _ remark: String) -> [Line] {
    [Line(""), Line([Span(title, Style(.title, on: .plain, .bold)), Span("  \(remark)", .muted)])]
  }

  // MARK: Facts

  /// Returns the facts of a cluster, without its chain, projects and citations.
  func factLines(of summary: ClusterSummary, _ context: PanelContext) -> [Line] {
    figureLines(of: summary, context) + structureLines(of: summary, context)
  }

  private func figureLines(of summary: ClusterSummary, _ context: PanelContext) -> [Line] {
    var lines: [Line] = []
    if summary.output != nil || summary.partial != nil {
      lines.append(label(totalName(context), output(summary, context), context))
    }
    if summary.publishedGrowth != nil || summary.computedGrowth != nil {
      lines.append(label("增长", "Growth", growth(summary, context), context))
    }
    if let target = summary.target { lines += targetLines(target, context) }
    lines += summary.kinTargets.map { kinLine($0, context) }
    if let share = summary.share {
      lines.append(label("占比", "Share", shareSpans(share, summary, context), context))
    }
    return lines
  }

  /// Returns its parts, firms, parks and projects, and the matching clusters of other classifications.
  private func structureLines(of summary: ClusterSummary, _ context: PanelContext) -> [Line] {
    var lines = partLines(summary, context)
    let rows = [
      ("企业", "Firms", firms(summary, context)), ("园区", "Where", parks(summary, context)),
      ("项目", "Projects", projects(summary, context)), ("其他分类", "Also", kin(of: summary.cluster, context)),
    ]
    for (zh, en, spans) in rows where !spans.isEmpty { lines.append(label(zh, en, spans, context)) }
    return lines
  }

  /// Returns the short name of the total that the clusters add up to.
  private func totalName(_ context: PanelContext) -> String {
    context.dataset.indicators[context.dataset.info.total].map { context.text($0.short) } ?? ""
  }

  private func output(_ summary: ClusterSummary, _ context: PanelContext) -> [Span] {
    var spans = summary.history.flatMap {
      [Span("\($0.period.label(context.language)) ", .muted), Span(context.label($0) + "  ", Style(.strong))]
    }
    if let partial = summary.partial {
      spans += [
        Span("\(partial.period.label(context.language)) ", .muted),
        Span(context.label(partial), Style(.strong)),
        Span(context.text(" 不与全年相比", " not compared with years"), .muted),
      ]
    }
    return spans
  }

  private func growth(_ summary: ClusterSummary, _ context: PanelContext) -> [Span] {
    var spans: [Span] = []
    if let published = summary.publishedGrowth {
      spans.append(Span("\(context.label(published)) ", Style(.strong)))
      spans.append(Span(context.text("公布", "published"), .muted))
    } else {
      spans.append(Span(context.text("未公布", "not published"), .muted))
    }
    if let computed = summary.computedGrowth {
      spans.append(Span("  \(Decimal.percent(computed)) ", Style(.strong)))
      spans.append(Span(context.text("推算", "computed"), .muted))
    } else {
      spans.append(
        Span(context.text("  上年数未公布，不能验算", "  the level of the year before is not published"), .muted))
    }
    return spans
  }

  /// Returns the target with its status and, below it, the other targets for the same cluster.
  private func targetLines(_ row: TargetProgress, _ context: PanelContext) -> [Line] {
    var standing = [
      Span("\(context.label(row.target)) ", Style(.strong)),
      Span("\(row.target.period.text) \(context.text(row.planName))  ", .muted),
      Span(context.standing(of: row), row.status.role),
    ]
    if let need = context.need(of: row) { standing.append(Span("  \(need)", .muted)) }
    if let due = context.dueText(of: row) { standing.append(Span("  \(due)", .stale)) }
    return [label("目标", "Target", standing, context)]
      + row.alternatives.enumerated().map { index, other in
        let plan = context.board.planName(of: other).map { context.text($0) } ?? ""
        return label(
          index == 0 ? "另有目标" : "", index == 0 ? "Other" : "",
          [Span("\(context.label(other)) ", Style(.accent)), Span("\(other.period.text) \(plan)", .muted)],
          context)
      }
  }

  private func kinLine(_ row: TargetProgress, _ context: PanelContext) -> Line {
    let cluster = context.dataset.clusters[row.target.subject.id].map { context.name(of: $0) } ?? ""
    return label(
      "", "",
      [
        Span("\(context.label(row.target)) ", Style(.accent)),
        Span("\(row.target.period.text) \(context.text(row.planName))  \(cluster)", .muted),
      ], context)
  }

  private func shareSpans(_ share: Double, _ summary: ClusterSummary, _ context: PanelContext) -> [Span] {
    let contribution = summary.contribution.map {
      let points = Decimal.fixed($0, digits: 2)
      return context.text("  拉动增长 \(points) 个百分点（推算）", "  adds \(points) pp to growth (computed)")
    }
    return [Span("\(Decimal.percent(share))\(contribution ?? "")")]
  }

  private func partLines(_ summary: ClusterSummary, _ context: PanelContext) -> [Line] {
    let parts = summary.parts.filter {
      $0.target != nil || $0.cluster.classification == summary.cluster.classification
    }
    return parts.enumerated().map { index, part in
      let figure = part.target.map { "\(context.label($0.target)) \($0.target.period.text)" } ?? ""
      // Parts of the same industry in another classification are not parts of this cluster.
      let isOwn = part.cluster.classification == summary.cluster.classification
      return label(
        index > 0 ? "" : isOwn ? "子产业" : "规划细分", index > 0 ? "" : isOwn ? "Parts" : "In plan",
        [
          Span(context.name(of: part.cluster)), Span("  \(figure)", Style(.strong)),
          Span("  \(part.target.map { context.text($0.planName) } ?? "")", .muted),
        ], context)
    }
  }

  private func firms(_ summary: ClusterSummary, _ context: PanelContext) -> [Span] {
    let ids = summary.cluster.enterprises
    let firms = context.dataset.enterprises.filter {
      (ids.contains($0.id) || $0.clusters.contains(summary.cluster.id)) && context.board.isKnown($0.citations)
    }
    return list(
      firms.map { firm in
        context.text(firm.name)
          + (firm.role.map { context.text("（\(context.text($0.name))）", " (\(context.text($0.name)))") } ?? "")
      }, context)
  }

  private func parks(_ summary: ClusterSummary, _ context: PanelContext) -> [Span] {
    let kin = Set(
      [summary.cluster.id]
        + context.dataset.clusters.filter { $0.sameAs.contains(summary.cluster.id) }.map(\.id))
    let parks = context.dataset.parks.filter { park in
      (summary.cluster.parks.contains(park.id) || !kin.isDisjoint(with: park.clusters))
        && context.board.isKnown(park.citations)
    }
    return list(parks.map { context.text($0.name) }, context)
  }

  private func projects(_ summary: ClusterSummary, _ context: PanelContext) -> [Span] {
    let spans = Rung.allCases.flatMap { rung -> [Span] in
      guard let count = summary.projects[rung], count > 0 else { return [] }
      return [Span("\(context.rungName(rung)) ", rung.role), Span("\(count)  ", Style(.strong))]
    }
    return spans
  }

  private func kin(of cluster: Cluster, _ context: PanelContext) -> [Span] {
    let others = context.dataset.clusters.filter {
      (cluster.sameAs.contains($0.id) || $0.sameAs.contains(cluster.id))
        && context.board.isKnown($0.citations)
    }
    return list(others.map { context.name(of: $0) }, context)
  }

  private func list(_ names: [String], _ context: PanelContext) -> [Span] {
    names.isEmpty ? [] : [Span(names.joined(separator: context.text("、", ", ")))]
  }

  // MARK: Chain, projects, citations

  func chainLines(of summary: ClusterSummary, _ context: PanelContext, width: Int) -> [Line] {
    let clusters = [summary.cluster] + summary.parts.map(\.cluster) + kinWithChain(summary, context)
    let picture = ChainPicture(clusters: clusters, owner: summary.cluster.id, context: context).lines(
      width: width)
    guard !picture.isEmpty else { return [] }
    return heading(context.text("产业链", "Chain"), context.text("上游至下游", "upstream to downstream")) + picture
  }

  /// Returns the clusters of other classifications that mean about the same and have a chain.
  private func kinWithChain(_ summary: ClusterSummary, _ context: PanelContext) -> [Cluster] {
    let cluster = summary.cluster
    return context.dataset.clusters.filter {
      (cluster.sameAs.contains($0.id) || $0.sameAs.contains(cluster.id)) && !$0.chain.isEmpty
        && context.board.isKnown($0.citations)
    }
  }

  /// Returns the projects of the cluster, the furthest first, with the date at which each reached its stage.
  func projectLines(of summary: ClusterSummary, _ context: PanelContext) -> [Line] {
    let members = context.board.projects.filter { $0.project.clusters.contains(summary.cluster.id) }
    guard !members.isEmpty else { return [] }
    let rungs = Rung.allCases.reversed().filter { rung in members.contains { $0.rung == rung } }
    let rows = rungs.flatMap { rung in
      members.filter { $0.rung == rung }.map { projectLine($0, rung, context) }
    }
    let count = context.board.counts(of: members).projects
    return heading(
      context.text("项目 \(count)", "Projects \(count)"),
      context.text("按 v 到项目页", "v shows them in their view")) + rows
  }

  private func projectLine(_ status: ProjectStatus, _ rung: Rung, _ context: PanelContext) -> Line {
    let date = status.reached?.dateLabel(context.language) ?? ""
    return Line([
      Span(TextWidth.padded(context.rungName(rung), to: context.stageColumns + 1), rung.role),
      Span(TextWidth.padded(date, to: context.language == .zh ? 13 : 18), .muted),
      Span((status.isPart ? context.glyphs.branch : "") + context.text(status.project.name)),
    ])
  }

  private func sourceLines(of summary: ClusterSummary, _ context: PanelContext) -> [Line] {
    heading(context.text("出处", "Where it is printed"), "")
      + Self.statements(of: summary, context).flatMap { statement in
        [
          Line([
            Span(context.text(statement.label), .strong), Span("  \(context.text(statement.value))", .muted),
          ])
        ]
          + context.citationLines(statement.citations).map { Line([Span("  ")] + $0.spans) }
      }
  }
}
