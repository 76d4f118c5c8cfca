import Canvas
import Domain
import Figures
import Output

// One cluster in words: its facts and, on its own page, its chain, its projects and the citations.

extension ClustersPanel {
  static let labelWidth = 10

  /// Returns the whole text of a cluster.
  func sections(of summary: ClusterSummary, _ context: PanelContext) -> [Section] {
    [
      Section([.fields(figureFields(of: summary, context), labelWidth: Self.labelWidth)]),
      monthSection(of: summary, hasTable: true, context),
      chainSection(of: summary, context),
      Section(
        context.text("构成", "Components"),
        [.fields(structureFields(of: summary, context), labelWidth: Self.labelWidth)]),
      projectSection(of: summary, context),
      Section(
        context.text("出处", "Where it is printed"),
        [.text(context.lines(of: Self.statements(of: summary, context)))]),
    ].compactMap { $0 }
  }

  /// Returns the facts of a cluster and its chain, without its projects and citations.
  func shortSections(of summary: ClusterSummary, _ context: PanelContext) -> [Section] {
    let fields = figureFields(of: summary, context) + structureFields(of: summary, context)
    return [
      Section([.fields(fields, labelWidth: Self.labelWidth)]),
      monthSection(of: summary, hasTable: false, context), chainSection(of: summary, context),
    ].compactMap { $0 }
  }

  /// Returns the months of the output; nil if it is not monthly.
  private func monthSection(of summary: ClusterSummary, hasTable: Bool, _ context: PanelContext) -> Section? {
    context.board.months(of: summary).map {
      MonthWords(series: $0, context: context, labelWidth: Self.labelWidth).section(hasTable: hasTable)
    }
  }

  // MARK: Facts

  private func figureFields(of summary: ClusterSummary, _ context: PanelContext) -> [Section.Field] {
    let cause = ClusterCause(summary, context).sentence
    var fields = [
      Section.Field(context.text("原因", "Why"), cause, .strong),
      Section.Field(totalName(context), [output(summary, context)]),
    ]
    if summary.publishedGrowth != nil || summary.computedGrowth != nil {
      fields.append(context.field("增长", "Growth", [growth(summary, context)]))
    }
    fields += targetFields(summary, context)
    if let share = summary.share {
      fields.append(context.field("占比", "Share", [shareSpans(share, summary, context)]))
    }
    return fields
  }

  /// Returns its parts, firms, parks and projects, and the matching clusters of other classifications.
  private func structureFields(of summary: ClusterSummary, _ context: PanelContext) -> [Section.Field] {
    [
      partField(summary, context),
      context.field("企业", "Firms", [firms(summary, context)]),
      context.field("园区", "Where", [parks(summary, context)]),
      context.field("项目", "Projects", [projects(summary, context)]),
      context.field("其他分类", "Also", [equivalents(of: summary.cluster, context)]),
    ]
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
        Span(
          summary.target?.partialShare.map {
            let share = Decimal.percent($0, digits: 0)
            return context.text(
              " 为全年应达的\(share)，不评价", " \(share) of the level expected for the whole year, not judged")
          } ?? context.text(" 不与全年相比", " not compared with years"), .muted),
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
        Span(context.text("  上年数未公布，不能验算", "  the previous year's level is not published"), .muted))
    }
    return spans
  }

  /// Returns the target with its status, and the other targets: for the same cluster, and for those that mean about the
  /// same.
  private func targetFields(_ summary: ClusterSummary, _ context: PanelContext) -> [Section.Field] {
    let others = (summary.target?.alternatives ?? []).map { other in
      let plan = context.board.planName(of: other).map { context.text($0) } ?? ""
      return [Span("\(context.label(other)) ", .accent), Span("\(other.period.text) \(plan)", .muted)]
    }
    let equivalent = summary.equivalentTargets.map { row in
      let cluster = context.dataset.clusters[row.target.subject.id].map { context.name(of: $0) } ?? ""
      return [
        Span("\(context.label(row.target)) ", .accent),
        Span("\(row.target.period.text) \(context.text(row.planName))  \(cluster)", .muted),
      ]
    }
    let own = summary.target.map { [targetSpans($0, context)] } ?? []
    return [
      context.field("目标", "Target", own + (others.isEmpty ? equivalent : [])),
      context.field("另有目标", "Other", others.isEmpty ? [] : others + equivalent),
    ]
  }

  private func targetSpans(_ row: TargetProgress, _ context: PanelContext) -> [Span] {
    var spans = [
      Span("\(context.label(row.target)) ", Style(.strong)),
      Span("\(row.target.period.text) \(context.text(row.planName))  ", .muted),
      Span(context.standing(of: row), context.role(of: row)),
    ]
    if let due = context.dueText(of: row) { spans.append(Span("  \(due)", .stale)) }
    return spans
  }

  private func shareSpans(_ share: Double, _ summary: ClusterSummary, _ context: PanelContext) -> [Span] {
    let contribution = summary.contribution.map {
      let points = Decimal.fixed($0, digits: 2)
      return context.text("  拉动增长 \(points) 个百分点（推算）", "  adds \(points) pp to growth (computed)")
    }
    return [Span("\(Decimal.percent(share))\(contribution ?? "")")]
  }

  private func partField(_ summary: ClusterSummary, _ context: PanelContext) -> Section.Field {
    let parts = summary.parts.filter {
      $0.target != nil || $0.cluster.classification == summary.cluster.classification
    }
    // Parts of the same industry in another classification are not parts of this cluster.
    let isOwn = parts.first?.cluster.classification == summary.cluster.classification
    return Section.Field(
      isOwn ? context.text("子产业", "Parts") : context.text("规划细分", "In plan"),
      parts.map { part in
        let figure = part.target.map { "\(context.label($0.target)) \($0.target.period.text)" } ?? ""
        return [
          Span(context.name(of: part.cluster)), Span("  \(figure)", Style(.strong)),
          Span("  \(part.target.map { context.text($0.planName) } ?? "")", .muted),
        ]
      })
  }

  private func firms(_ summary: ClusterSummary, _ context: PanelContext) -> [Span] {
    let ids = summary.cluster.firms
    let firms = context.dataset.firms.filter {
      (ids.contains($0.id) || $0.clusters.contains(summary.cluster.id)) && context.board.isKnown($0.citations)
    }
    return list(
      firms.map { firm in
        context.text(firm.name)
          + (firm.role.map { context.text("（\(context.text($0.name))）", " (\(context.text($0.name)))") } ?? "")
      }, context)
  }

  private func parks(_ summary: ClusterSummary, _ context: PanelContext) -> [Span] {
    let equivalent = Set(
      [summary.cluster.id]
        + context.dataset.clusters.filter { $0.sameAs.contains(summary.cluster.id) }.map(\.id))
    let parks = context.dataset.parks.filter { park in
      (summary.cluster.parks.contains(park.id) || !equivalent.isDisjoint(with: park.clusters))
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

  private func equivalents(of cluster: Cluster, _ context: PanelContext) -> [Span] {
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

  private func chainSection(of summary: ClusterSummary, _ context: PanelContext) -> Section? {
    let clusters = ([summary.cluster] + summary.parts.map(\.cluster) + kinWithChain(summary, context))
      .filter { !$0.chain.isEmpty }
    guard !clusters.isEmpty else { return nil }
    let picture = ChainPicture(clusters: clusters, owner: summary.cluster.id, context: context)
    return Section(
      context.title(RecordCatalogue.clusters["chain"]),
      hint: [Span(context.text("上游至下游", "upstream to downstream"), .muted)],
      [.drawing(lines: { picture.lines(width: $0) }, words: [.fields(picture.fields, labelWidth: 0)])])
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
  func projectSection(of summary: ClusterSummary, _ context: PanelContext) -> Section? {
    let all = context.board.projects.filter { $0.project.clusters.contains(summary.cluster.id) }
    let members = context.board.built(all)
    guard !members.isEmpty else { return nil }
    // Stages and dates take the room they need, and no more.
    let columns = (
      stage: members.compactMap(\.rung).map { TextWidth.columns(of: context.rungName($0)) }.max() ?? 0,
      date: members.map { TextWidth.columns(of: $0.reached?.dateLabel(context.language) ?? "") }.max() ?? 0
    )
    let lines = Rung.allCases.reversed().flatMap { rung in
      members.filter { $0.rung == rung }.map { projectLine($0, rung, columns, context) }
    }
    let count = context.board.counts(of: members).projects
    return Section(
      context.text("项目 \(count)", "Projects \(count)"),
      hint: [Span(context.text("按 v 到项目页", "v shows them in their view"), .muted)], [.text(lines)])
  }

  private func projectLine(
    _ status: ProjectStatus, _ rung: Rung, _ columns: (stage: Int, date: Int), _ context: PanelContext
  ) -> Line {
    let date = status.reached?.dateLabel(context.language) ?? ""
    return Line([
      Span(TextWidth.padded(context.rungName(rung), to: columns.stage + 1), rung.role),
      Span(TextWidth.padded(date, to: columns.date + 2), .muted),
      Span((status.isPart ? context.glyphs.branch : "") + context.text(status.project.name)),
    ])
  }
}
