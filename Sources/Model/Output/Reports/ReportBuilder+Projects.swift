import Domain
import Figures

extension ReportBuilder {
  mutating func addProjects() {
    section("项目调度", "Projects")
    addPipeline()
    addMoves()
    addStalled()
    addDue()
    addWaiting()
  }

  private mutating func addPipeline() {
    part("各阶段项目数", "Projects by stage")
    addParagraph(
      "清单项目为资料中逐个列出的建设项目，产品方向、计划事项不计入；官方通报数为资料公布的总数；两者口径不同，不相加减。",
      "Listed projects are the construction projects named one by one in the documents, without product lines and programmes. Official totals are printed in the documents. The two are not comparable."
    )
    addParagraph(Phrase(countsText))
    var sheet = Sheet(
      columns(RecordCatalogue.projects, "stage") + [
        Sheet.Column(text("清单项目", "Listed"), isNumeric: true),
        Sheet.Column(text("官方通报数", "Official total"), isNumeric: true),
        Sheet.Column(text("通报时期", "Reported for")),
      ])
    let named = Set(dataset.vocabulary.stages.map(\.ladder))
    for step in board.pipeline.steps where named.contains(step.rung) {
      sheet.rows.append([
        Phrase(text(dataset.rungName(step.rung))),
        Phrase(step.isUnknown ? text("未载明", "not stated") : String(step.listed)), cite(step.reported),
        Phrase(step.reported?.period.label(language) ?? "-"),
      ])
    }
    let unstaged = board.pipeline.funnel.unstaged
    if unstaged > 0 {
      sheet.rows.append([
        Phrase(text("阶段不明", "Stage unknown")), Phrase(String(unstaged)), Phrase("-"), Phrase("-"),
      ])
    }
    page.blocks.append(.table(sheet))
    guard let cohort = board.pipeline.funnel.intentions else { return }
    addParagraph(Phrase(text(cohort.text(in: dataset)).firstUppercased + text("。", ".")))
  }

  /// The number of construction projects, then those of plan items and parts.
  private var countsText: String {
    let counts = board.projectCounts
    let parts = [counts.planItemsText, counts.partsText].compactMap(\.self).map { text($0) }
    let count = text(counts.projectsText)
    return ([count] + parts).joined(separator: text("，", ", ")) + text("。", ".")
  }

  /// Adds the projects whose stage differs from the end of the previous period; those only listed in a plan are
  /// counted.
  private mutating func addMoves() {
    part("较上期变动", "Moved since the previous period")
    if report.moves.isEmpty {
      let before = report.period.previous.name
      addParagraph(
        "与\(before.zh)相比，没有文件写明有项目在本期进入新的阶段。",
        "No document dates a project's move to another stage since \(before.en).")
    } else {
      page.blocks.append(.table(moves(report.moves)))
    }
    if !report.undated.isEmpty {
      addParagraph(
        "下列项目的阶段首次见于资料，何时发生未写明：",
        "Documents report the stage of these projects for the first time, without a date:")
      page.blocks.append(.table(moves(report.undated)))
    }
    addListed()
  }

  /// Adds the number of projects and parts listed for the first time, and how many of them are not shown above.
  private mutating func addListed() {
    let (all, parts) = (report.listed.count, report.listed.count(where: \.isPart))
    let rest = all - (report.moves + report.undated).count { $0.from == nil }
    guard all > 0 else { return }
    let (zh, en) = parts > 0 ? ("，其中组成部分\(parts)", ", \(parts) of them parts of projects") : ("", "")
    addParagraph(
      "首次列入资料的共\(all)项\(zh)" + (rest > 0 ? "；其余\(rest)项不逐一列出。" : "。"),
      "\(all) \(all == 1 ? "is" : "are") listed for the first time\(en)"
        + (rest > 0 ? "; the other \(rest) are not shown." : "."))
  }

  private mutating func moves(_ moves: [BoardDiff.Move]) -> Sheet {
    let projects = RecordCatalogue.projects
    var sheet = Sheet(
      columns(projects, "name") + [
        Sheet.Column(text("上期", "Before")),
        Sheet.Column(text("本期", "Now")), Sheet.Column(text("时间", "Date")),
      ] + columns(projects, "cluster"))
    let statuses = Dictionary(
      board.projects.map { ($0.project.id, $0) }, uniquingKeysWith: { first, _ in first })
    for move in moves {
      let status = statuses[move.project.id]
      let reached = status?.reached
      sheet.rows.append([
        Phrase(title(move.project, partOf: move.parent)),
        Phrase(move.from.map { text(dataset.rungName($0)) } ?? text("未列入", "not listed")),
        Phrase(
          status.map { stageText(of: $0) } ?? "-", notes: note(reached?.citations ?? [])),
        Phrase(reached?.dateLabel(language) ?? "-"), Phrase(clusters(move.project)),
      ])
    }
    return sheet
  }

  /// Returns the name of a project, and for a part also the name of its project.
  private func title(_ project: Project, partOf parent: Project?) -> String {
    guard let parent else { return text(project.name) }
    return text("\(project.name.zh)（属\(parent.name.zh)）", "\(project.name.en) (part of \(parent.name.en))")
  }

  /// Returns the stage, marked when only a part of the project has reached it or when it is inferred: `投产（部分）`.
  private func stageText(of status: ProjectStatus) -> String {
    guard let stage = dataset.stageName(of: status) else { return "-" }
    let mark = status.isInferred ? text("（推算）", " (inferred)") : ""
    return text(stage) + (status.stagePart == nil ? mark : text("（部分）", " (a part)"))
  }

  private func title(_ status: ProjectStatus) -> String { title(status.project, partOf: status.parent) }

  /// Returns the clusters in the classification that is shown.
  private func clusters(_ project: Project) -> String {
    let names = project.clusters.compactMap { dataset.clusters[$0] }
      .filter { $0.classification == board.classification?.id }.map { text($0.name) }
    return names.isEmpty ? "-" : list(names)
  }

  private mutating func addStalled() {
    part("停工停产与超期", "Halted and overdue")
    defer {
      addUnreported()
      addLapsed()
    }
    guard !report.stalled.isEmpty || !board.overdue.isEmpty else {
      addParagraph("没有停工停产或超期的项目。", "No project is halted or overdue.")
      return
    }
    var sheet = Sheet(
      columns(RecordCatalogue.projects, "name") + [
        Sheet.Column(text("情况", "State")),
        Sheet.Column(text("现阶段", "Stage")), Sheet.Column(text("时间", "Date")),
        Sheet.Column(text("说明", "Remark")),
      ])
    if !board.overdue.isEmpty { addParagraph(overdueText) }
    for status in report.stalled { sheet.rows.append(stalled(status)) }
    for status in board.overdue { sheet.rows.append(overdue(status)) }
    page.blocks.append(.table(sheet))
  }

  /// The number of overdue projects, and of their parts: `超期1个项目，及其组成部分1。`
  private var overdueText: Phrase {
    let counts = board.counts(of: board.overdue)
    let (count, parts) = (counts.projects + counts.planItems, counts.parts)
    let (zh, en) =
      parts > 0
      ? ("，及其组成部分\(parts)", " and \(parts) part\(parts == 1 ? "" : "s") of \(count == 1 ? "it" : "them")")
      : ("", "")
    return Phrase(text("超期\(count)个项目\(zh)。", "\(count) project\(count == 1 ? "" : "s")\(en) overdue."))
  }

  /// Adds the projects expected after the newest document: their number, and the names of those under way.
  private mutating func addUnreported() {
    let unreported = board.unreported
    guard !unreported.isEmpty, let newest = board.newestSource?.date.label(language) else { return }
    let count = board.counts(of: unreported).projects
    let begun = unreported.filter { (Rung.underConstruction..<Rung.stalled).contains($0.rung ?? .planned) }
      .map {
        text($0.project.name)
      }
    addParagraph(
      "到期无新资料：另有\(count)个项目的预期时间已过，而最新资料止于\(newest)，是否到位不得而知"
        + (begun.isEmpty ? "。" : "，其中已动工的有\(list(begun))。"),
      "Due, no newer document: the expected date of \(count) more projects has passed, but the newest document is of \(newest), and it is unknown whether it was kept"
        + (begun.isEmpty ? "." : "; under way of them: \(list(begun))."))
  }

  /// Adds the projects of plans that have ended. The plans set no date for most of them.
  private mutating func addLapsed() {
    for (plan, count) in board.lapsedByPlan {
      addParagraph(
        "\(plan.lapsedText.zh)：\(count)个（\(plan.short.zh)）。",
        "\(plan.lapsedText.en.firstUppercased): \(count) (\(plan.short.en)).")
    }
  }

  private mutating func stalled(_ status: ProjectStatus) -> [Phrase] {
    [
      Phrase(title(status)), Phrase(text("停工停产", "halted")),
      Phrase(stageText(of: status), notes: note(status.reached?.citations ?? [])),
      Phrase(status.reached?.dateLabel(language) ?? "-"),
      Phrase(
        [
          status.reached?.note.map { text($0) },
          status.confirmed.map { text("\($0.dateLabel(.zh))仍如此", "still so \($0.dateLabel(.en))") },
        ].compactMap(\.self).joined(separator: text("；", "; ")),
        notes: note(status.confirmed?.citations ?? [])),
    ]
  }

  private mutating func overdue(_ status: ProjectStatus) -> [Phrase] {
    let (expected, late) = (status.expected, dataset.lateWords(of: status))
    let stage = expected.flatMap { dataset.stages[$0.stage] }.map { text($0.name) } ?? "-"
    return [
      Phrase(title(status)), Phrase(text(Lateness.overdue.name)),
      Phrase(stageText(of: status), notes: note(status.reached?.citations ?? [])),
      Phrase(expected?.date.label(language) ?? "-"),
      Phrase(
        text("应\(stage)，\(late.zh)", "\(stage) was expected; \(late.en)"),
        notes: note(expected?.citations ?? [])),
    ]
  }

  /// Adds the milestones that documents date in the next period: one row each for at most 30 projects, otherwise only for
  /// projects under way, and the number of the rest.
  private mutating func addDue() {
    let (current, following) = (report.period.name, report.period.next.name)
    let next =
      report.board.asOf >= report.period.end
      ? following
      : Name(zh: "\(current.zh)余下时间和\(following.zh)", en: "the rest of \(current.en) and \(following.en)")
    part("\(next.zh)到期", "Due in \(next.en)")
    let isUnderWay: (ProjectStatus) -> Bool = { ($0.rung ?? .planned) > .reserve }
    let listed = report.due.count <= 30 ? report.due : report.due.filter(isUnderWay)
    if listed.isEmpty {
      addParagraph(
        "\(next.zh)没有已动工项目到期的节点。", "No started project has a milestone due in \(next.en).")
    } else {
      addDue(listed)
    }
    let others = report.due.count <= 30 ? [] : report.due.filter { !isUnderWay($0) }
    let count = board.counts(of: others).projects
    guard count > 0 else { return }
    addParagraph(
      "另有\(count)个仍处谋划、储备的项目，资料公布的期限在\(next.zh)内，未见进展，不逐一列出。",
      "\(count) more planned or reserve projects have a printed date in \(next.en); no document reports progress, and they are not shown."
    )
  }

  private mutating func addDue(_ due: [ProjectStatus]) {
    var sheet = Sheet(
      columns(RecordCatalogue.projects, "name") + [
        Sheet.Column(text("现阶段", "Stage")),
        Sheet.Column(text("应到阶段", "Expected")), Sheet.Column(text("期限", "By")),
      ])
    for status in due {
      let expected = status.expected
      sheet.rows.append([
        Phrase(title(status)), Phrase(stageText(of: status)),
        Phrase(
          expected.flatMap { dataset.stages[$0.stage] }.map { text($0.name) } ?? "-",
          notes: note(expected?.citations ?? [])), Phrase(expected?.date.label(language) ?? "-"),
      ])
    }
    page.blocks.append(.table(sheet))
  }

  private mutating func addWaiting() {
    part("签约未开工", "Signed and not started")
    guard !board.waiting.isEmpty else {
      if board.printsSignings {
        addParagraph("没有已签约而未开工的项目。", "No project is signed and not started.")
      } else {
        addParagraph(
          "没有文件写明哪个项目已签约，无法判断。",
          "No document names a project that was signed, so this is unknown.")
      }
      return
    }
    var sheet = Sheet(
      columns(RecordCatalogue.projects, "name") + [
        Sheet.Column(text("签约时间", "Signed")),
        Sheet.Column(text("已等待", "Waiting")),
      ])
    for status in board.waiting {
      guard let waiting = status.waiting else { continue }
      sheet.rows.append([
        Phrase(title(status)),
        Phrase(waiting.since.date.label(language), notes: note(waiting.since.citations)),
        Phrase(waiting.label(language)),
      ])
    }
    page.blocks.append(.table(sheet))
  }
}

extension String {
  /// The text with a capital at the start.
  fileprivate var firstUppercased: String { prefix(1).uppercased() + dropFirst() }
}
