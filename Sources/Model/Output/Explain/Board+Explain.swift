import Domain
import Figures

// Explains figures of clusters, stages of projects and findings of rules.

extension Board {
  func explain(_ summary: ClusterSummary) -> Explanation {
    let indicator = dataset.indicators[dataset.info.total]?.name ?? Name(both: dataset.info.total)
    var result = Explanation(
      "cluster/\(summary.cluster.id)", title: summary.cluster.name + Name(zh: " ", en: ", ") + indicator)
    for other in clusters {
      if let output = other.output { result.add(output, as: Name(zh: "实际", en: "actual"), dataset) }
      if let growth = other.publishedGrowth {
        result.add(growth, as: Name(zh: "公布增速", en: "published growth"), dataset)
      }
    }
    addShare(of: summary, to: &result)
    addContribution(of: summary, to: &result)
    addComputedGrowth(of: summary, to: &result)
    if let target = summary.target {
      result.conclude(
        Name(zh: "目标", en: "target"), target.word,
        Name(zh: "见 explain \(target.target.id)", en: "see explain \(target.target.id)"))
    }
    return result
  }

  private func addShare(of summary: ClusterSummary, to result: inout Explanation) {
    guard let output = summary.output, summary.share != nil else { return }
    let all = clusters.compactMap(\.output).map { Explanation.number($0.value) }.joined(separator: " + ")
    result.add(
      "share", Name(zh: "占比", en: "share"), Name(zh: "产值 ÷ 各产业之和", en: "level / sum of all clusters"),
      "\(Explanation.number(output.value)) / (\(all))", summary.share,
      text: summary.share.map { Name(both: Decimal.percent($0, digits: 2)) })
  }

  private func addContribution(of summary: ClusterSummary, to result: inout Explanation) {
    guard let output = summary.output, let growth = summary.publishedGrowth, summary.contribution != nil
    else { return }
    let before = clusters.compactMap { other -> String? in
      guard let output = other.output, let growth = other.publishedGrowth else { return nil }
      return "\(Explanation.number(output.value)) / (1 + \(Explanation.number(growth.value)) / 100)"
    }
    let own = "\(Explanation.number(output.value)) / (1 + \(Explanation.number(growth.value)) / 100)"
    result.add(
      "contribution", Name(zh: "拉动增长（百分点）", en: "contribution to growth in points"),
      Name(zh: "100 ×（本年数－上年数）÷ 上年各产业之和", en: "100 * (level - level before) / sum of all before"),
      "100 * (\(Explanation.number(output.value)) - \(own)) / (\(before.joined(separator: " + ")))",
      summary.contribution, text: summary.contribution.map { Name(both: Decimal.signed($0, digits: 2)) })
  }

  private func addComputedGrowth(of summary: ClusterSummary, to result: inout Explanation) {
    guard let growth = summary.computedGrowth, let output = summary.output,
      let before = summary.history.last(where: { $0.period.year == output.period.year - 1 })
    else { return }
    result.add(before, as: Name(zh: "上年数", en: "level before"), dataset)
    result.add(
      "computed_growth", Name(zh: "推算增速", en: "computed growth"),
      Name(zh: "本年数 ÷ 上年数 － 1", en: "level / level before - 1"),
      "\(Explanation.number(output.value)) / \(Explanation.number(before.value)) - 1", growth,
      text: Name(both: Decimal.percent(growth, digits: 2)))
  }

  func explain(_ status: ProjectStatus) -> Explanation {
    var result = Explanation("project/\(status.project.id)", title: status.project.name)
    for milestone in status.milestones {
      let stage = dataset.stages[milestone.stage]?.name ?? Name(both: milestone.stage)
      let kind =
        milestone.isExpected
        ? Name(zh: "预期", en: "expected")
        : milestone.isInferred ? Name(zh: "推算", en: "inferred") : Name(zh: "报道", en: "reported")
      result.inputs.append(
        Explanation.Input(
          name: kind + Name(zh: " ", en: ": ") + stage,
          text: Name(zh: milestone.dateLabel(.zh), en: milestone.dateLabel(.en)), value: nil, figure: nil,
          citations: milestone.citations))
    }
    let rung = dataset.stageName(of: status) ?? Name(zh: "阶段不明", en: "stage unknown")
    var reason = Name(zh: "\(through)前的记录", en: "from records up to \(through)")
    if let reached = status.reached {
      reason = Name(
        zh: "\(reached.dateLabel(.zh))到达，此后的记录未改变",
        en: "since \(reached.dateLabel(.en)); no later record changes it")
      if let confirmed = status.confirmed {
        reason = Name(
          zh: "\(reached.dateLabel(.zh))到达，\(confirmed.dateLabel(.zh))的记载仍是如此",
          en: "since \(reached.dateLabel(.en)); still so in the record \(confirmed.dateLabel(.en))")
      }
      if status.isInferred {
        reason = reason + Name(zh: "；据措辞推算", en: "; inferred from the wording")
      }
    }
    if let part = status.stagePart {
      reason = reason + Name(zh: "；取自组成部分“\(part.name.zh)”", en: "; taken from its part \(part.name.en)")
    }
    result.conclude(Name(zh: "当前阶段", en: "stage"), rung, reason)
    if let lateness = status.lateness, let expected = status.expected {
      result.conclude(
        Name(zh: "期限", en: "due"), lateness.name,
        Name(zh: "\(expected.date.label(.zh))应达", en: "expected \(expected.date.label(.en))")
          + (lateness == .overdue
            ? Name(zh: "，", en: "; ") + dataset.lateWords(of: status) : Name(zh: "", en: "")))
    }
    return result
  }

  func explain(_ conflict: Conflict) -> Explanation {
    var result = Explanation("conflict/\(conflict.id)", title: conflict.title)
    for statement in conflict.statements {
      switch statement {
      case .figure(let id):
        guard let figure = dataset.figures[id] else { continue }
        let name = dataset.indicatorName(of: figure)
        result.add(figure, as: name, dataset)
      case .claim(let claim, let citations):
        result.inputs.append(
          Explanation.Input(
            name: Name(zh: "说法", en: "claim"), text: claim, value: nil, figure: nil, citations: citations))
      }
    }
    if let computed = conflict.computed {
      result.conclude(Name(zh: "验算", en: "check"), computed, conflict.kind.name)
    }
    if !conflict.rule.isEmpty {
      result.conclude(
        Name(zh: "采用规则", en: "rule used"), dataset.ruleName(conflict.rule),
        conflict.shown ?? conflict.severity.name)
    }
    return result
  }
}
