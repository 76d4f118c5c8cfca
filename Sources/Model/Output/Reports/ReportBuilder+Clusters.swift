import Domain
import Figures

extension ReportBuilder {
  mutating func addClusters() {
    let name = board.classification.map { text($0.name) } ?? text("产业集群", "Clusters")
    let hasStanding = report.clusters.contains { Report.standing(of: $0) != nil }
    let hasGrowth = hasStanding || report.clusters.contains { Report.growth(of: $0) != nil }
    section(hasGrowth ? "\(name)排名" : name, hasGrowth ? "Ranking: \(name)" : name)
    guard report.clusters.contains(where: { $0.output != nil }) else {
      addParagraph("本期没有可排名的数据。", "There are no data to rank in this period.")
      return
    }
    if hasStanding {
      addParagraph(
        "按序时进度完成由高到低排列，已完成的在前；没有序时进度的按增速；目标不高于基期的不排名。",
        "By schedule ratio, reached ones first; without a ratio, by growth; a target that asked for no more than its base is not ranked."
      )
    } else if hasGrowth {
      addParagraph(
        "按增速由高到低排列，优先用公布的增速；未公布的用上年数推算。",
        "By growth, fastest first: published growth or, without it, growth computed from the previous year."
      )
    } else {
      addParagraph("按实际由高到低排列。", "By actual level, largest first.")
    }
    page.blocks.append(.table(ranking().withoutEmptyColumns()))
    addBars(
      report.clusters.compactMap(\.target),
      title: text("进度与时间进度", "Time earned and time gone"))
    addHistory()
  }

  private mutating func ranking() -> Sheet {
    let unit =
      report.clusters.lazy.compactMap(\.output).first.map { dataset.unitHeading($0.unit, language) } ?? ""
    let suffix = unit.isEmpty ? "" : text("（\(unit)）", " (\(unit))")
    let targets = RecordCatalogue.targets
    var sheet = Sheet(
      [Sheet.Column(text("名次", "Rank"), isNumeric: true)] + columns(RecordCatalogue.clusters, "name")
        + columns(RecordCatalogue.figures, "period") + [
          Sheet.Column(text(targets["actual"].field.name) + suffix, isNumeric: true),
          Sheet.Column(text("公布增速", "Published growth"), isNumeric: true),
          Sheet.Column(text("推算增速", "Computed growth"), isNumeric: true),
          Sheet.Column(text("占比", "Share"), isNumeric: true),
          Sheet.Column(text("拉动（百分点）", "Contribution (points)"), isNumeric: true),
        ] + columns(targets, "target", "schedule-ratio") + [lag]
        + columns(targets, "status"))
    for (index, cluster) in report.clusters.enumerated() {
      let target = cluster.target
      sheet.rows.append([
        Phrase(
          Report.isUnranked(cluster)
            || (Report.standing(of: cluster) == nil && Report.growth(of: cluster) == nil)
            ? "-" : String(index + 1)),
        Phrase(text(cluster.cluster.name)), Phrase(cluster.output?.period.label(language) ?? "-"),
        citeValue(cluster.output), cite(cluster.publishedGrowth), Phrase(percent(cluster.computedGrowth)),
        Phrase(percent(cluster.share)),
        Phrase(cluster.contribution.map { Decimal.signed($0, digits: 2) } ?? "-"),
        citeValue(target?.target),
        target.map { cell(targets["schedule-ratio"], $0) } ?? "-",
        Phrase(target?.lagText(language) ?? "-"),
        target.map { Phrase(state($0), status: $0.status) } ?? Phrase(text("无目标", "no target")),
      ])
    }
    return sheet
  }

  /// Returns one figure per period: of several statements the last one, which progress is computed from.
  private func years(_ history: [Figure]) -> [Figure] {
    history.enumerated().filter { index, figure in
      !history.dropFirst(index + 1).contains { $0.period == figure.period }
    }.map(\.element)
  }

  /// Adds the total by year, and the level of its target.
  private mutating func addHistory() {
    guard let total = board.headline(dataset.info.total) else { return }
    let history = years(total.levels)
    guard history.count > 1 else { return }
    var columns = history.map {
      Chart.Column($0.period.label(language), value: $0.value, text: mark(dataset.value($0, language), $0))
    }
    columns.append(
      Chart.Column(
        text("\(total.target.period.label(.zh))目标", "target \(total.target.period.label(.en))"),
        value: total.target.value, text: mark(dataset.value(total.target, language), total.target),
        isTarget: true))
    let unit = dataset.unitHeading(total.target.unit, language)
    part("历年情况", "By year")
    var sheet = Sheet(
      self.columns(RecordCatalogue.figures, "period") + [
        Sheet.Column(text("\(title(total))（\(unit)）", "\(title(total)) (\(unit))"), isNumeric: true)
      ])
    for figure in history {
      sheet.rows.append([Phrase(figure.period.label(language)), citeValue(figure)])
    }
    sheet.rows.append([Phrase(columns[columns.count - 1].label), citeValue(total.target)])
    page.blocks.append(.table(sheet))
    let words = columns.map { "\($0.label) \($0.text)" }.joined(separator: text("；", "; "))
    page.blocks.append(
      .chart(
        Chart(
          title: text("\(title(total))（\(unit)）", "\(title(total)) (\(unit))"), alternative: words,
          marks: .columns(columns))))
  }
}
