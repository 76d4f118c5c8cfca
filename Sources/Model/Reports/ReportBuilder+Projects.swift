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
    say(
      "列名数为资料中逐个列名的项目，通报数为资料公布的总数；两者口径不同，不相加减。",
      "Named: projects that the documents name one by one. Reported: totals that they print. The two are not comparable."
    )
    var sheet = Sheet([
      Sheet.Column(text("阶段", "Stage")), Sheet.Column(text("列名", "Named"), isNumeric: true),
      Sheet.Column(text("通报", "Reported"), isNumeric: true), Sheet.Column(text("通报时期", "Reported for")),
    ])
    let named = Set(dataset.vocabulary.stages.map(\.ladder))
    for step in board.pipeline.steps where named.contains(step.rung) {
      sheet.rows.append([
        Phrase(text(dataset.rungName(step.rung))), Phrase(String(step.named)), cite(step.reported),
        Phrase(step.reported?.period.label(language) ?? "-"),
      ])
    }
    document.blocks.append(.table(sheet))
  }

  /// Projects that stand elsewhere than at the end of the period before; what was only named in a plan is counted.
  private mutating func addMoves() {
    part("较上期变动", "Moved since the period before")
    let entered = report.moves.filter { $0.from == nil && ($0.to ?? .planned) <= .reserve }
    let moved = report.moves.filter { !($0.from == nil && ($0.to ?? .planned) <= .reserve) }
    if moved.isEmpty {
      let before = report.period.previous.name
      say("与\(before.zh)相比，没有项目进入新的阶段。", "No project has come to another stage since \(before.en).")
    } else {
      document.blocks.append(.table(moves(moved)))
    }
    guard !entered.isEmpty else { return }
    let counts = Rung.allCases.compactMap { rung in
      let count = entered.count { $0.to == rung }
      return count == 0
        ? nil
        : text("\(dataset.rungName(rung).zh)\(count)个", "\(count) \(dataset.rungName(rung).en.lowercased())")
    }
    say(
      "另有\(entered.count)个项目首次列入资料（\(list(counts))），尚未开工，不逐一列出。",
      "\(entered.count) more projects are named for the first time (\(list(counts))) and not started; they are not listed."
    )
  }

  private mutating func moves(_ moves: [BoardDiff.Move]) -> Sheet {
    var sheet = Sheet([
      Sheet.Column(text("项目", "Project")), Sheet.Column(text("上期", "Before")),
      Sheet.Column(text("本期", "Now")), Sheet.Column(text("时间", "Date")),
      Sheet.Column(text("集群", "Cluster")),
    ])
    let statuses = Dictionary(
      board.projects.map { ($0.project.id, $0) }, uniquingKeysWith: { first, _ in first })
    for move in moves {
      let reached = statuses[move.project.id]?.reached
      sheet.rows.append([
        Phrase(text(move.project.name)),
        Phrase(move.from.map { text(dataset.rungName($0)) } ?? text("未列入", "not named")),
        Phrase(
          move.to.map { text(dataset.rungName($0)) } ?? "-", notes: note(reached?.citations ?? [])),
        Phrase(reached?.date.label(language) ?? "-"), Phrase(clusters(move.project)),
      ])
    }
    return sheet
  }

  /// Its clusters in the classification that is shown.
  private func clusters(_ project: Project) -> String {
    let names = project.clusters.compactMap { dataset.clusters[$0] }
      .filter { $0.classification == board.classification?.id }.map { text($0.name) }
    return names.isEmpty ? "-" : list(names)
  }

  private mutating func addStalled() {
    part("停滞与逾期", "Stalled and overdue")
    defer { sayUnreported() }
    guard !report.stalled.isEmpty || !board.overdue.isEmpty else {
      say("没有停滞或逾期的项目。", "No project is stalled or overdue.")
      return
    }
    var sheet = Sheet([
      Sheet.Column(text("项目", "Project")), Sheet.Column(text("情况", "State")),
      Sheet.Column(text("现阶段", "Stage")), Sheet.Column(text("时间", "Date")),
      Sheet.Column(text("说明", "Remark")),
    ])
    for status in report.stalled { sheet.rows.append(stalled(status)) }
    for status in board.overdue { sheet.rows.append(overdue(status)) }
    document.blocks.append(.table(sheet))
  }

  /// Those that were expected after the newest document: how many, and the ones under way by name.
  private mutating func sayUnreported() {
    let unreported = board.unreported
    guard !unreported.isEmpty, let newest = board.newestSource?.knownOn else { return }
    let begun = unreported.filter { (Rung.started..<Rung.stalled).contains($0.rung ?? .planned) }.map {
      text($0.project.name)
    }
    say(
      "到期未报：另有\(unreported.count)个项目的预期时间已过，而最新资料止于\(newest)，是否到位不得而知"
        + (begun.isEmpty ? "。" : "，其中已动工的有\(list(begun))。"),
      "Due, no report: the expected date of \(unreported.count) more projects has passed, but the newest document is of \(newest), and it is unknown whether it was kept"
        + (begun.isEmpty ? "." : "; under way of them: \(list(begun))."))
  }

  private mutating func stalled(_ status: ProjectStatus) -> [Phrase] {
    [
      Phrase(text(status.project.name)), Phrase(text("停滞", "stalled")),
      Phrase(
        status.rung.map { text(dataset.rungName($0)) } ?? "-", notes: note(status.reached?.citations ?? [])),
      Phrase(status.reached?.date.label(language) ?? "-"),
      Phrase(status.reached?.note.map { text($0) } ?? "-"),
    ]
  }

  private mutating func overdue(_ status: ProjectStatus) -> [Phrase] {
    let expected = status.expected
    let stage = expected.flatMap { dataset.stages[$0.stage] }.map { text($0.name) } ?? "-"
    return [
      Phrase(text(status.project.name)), Phrase(text(Lateness.overdue.name)),
      Phrase(
        status.rung.map { text(dataset.rungName($0)) } ?? "-", notes: note(status.reached?.citations ?? [])),
      Phrase(expected?.date.label(language) ?? "-"),
      Phrase(
        text("应\(stage)，资料未见达到", "\(stage) was expected; no document says that it was reached"),
        notes: note(expected?.citations ?? [])),
    ]
  }

  /// What is expected in the next period: projects that are under way one by one, others counted.
  private mutating func addDue() {
    let next = report.period.next.name
    part("\(next.zh)到期", "Due in \(next.en)")
    let isUnderWay: (ProjectStatus) -> Bool = { ($0.rung ?? .planned) > .reserve }
    let listed = report.due.count <= 30 ? report.due : report.due.filter(isUnderWay)
    if listed.isEmpty {
      say(
        "\(next.zh)没有已动工项目到期的节点。", "No project that is under way has a milestone due in \(next.en).")
    } else {
      var sheet = Sheet([
        Sheet.Column(text("项目", "Project")), Sheet.Column(text("现阶段", "Stage")),
        Sheet.Column(text("应到阶段", "Expected")), Sheet.Column(text("期限", "By")),
      ])
      for status in listed {
        let expected = status.expected
        sheet.rows.append([
          Phrase(text(status.project.name)), Phrase(status.rung.map { text(dataset.rungName($0)) } ?? "-"),
          Phrase(
            expected.flatMap { dataset.stages[$0.stage] }.map { text($0.name) } ?? "-",
            notes: note(expected?.citations ?? [])), Phrase(expected?.date.label(language) ?? "-"),
        ])
      }
      document.blocks.append(.table(sheet))
    }
    let others = report.due.count - listed.count
    if others > 0 {
      say(
        "另有\(others)个仍处谋划、储备的项目，规划要求在\(next.zh)内到位，资料未见进展，不逐一列出。",
        "\(others) more projects that are only planned or in reserve are wanted by plans in \(next.en); no document tells of progress, and they are not listed."
      )
    }
  }

  private mutating func addWaiting() {
    part("签约未开工", "Signed and not started")
    guard !board.waiting.isEmpty else {
      if board.printsSignings {
        say("没有已签约而未开工的项目。", "No project is signed and waits to be started.")
      } else {
        say("资料未印任何签约节点，无法判断。", "No signing is printed in the documents: it cannot be told.")
      }
      return
    }
    var sheet = Sheet([
      Sheet.Column(text("项目", "Project")), Sheet.Column(text("签约时间", "Signed")),
      Sheet.Column(text("已等待", "Waiting")),
    ])
    for status in board.waiting {
      guard let waiting = status.waiting else { continue }
      sheet.rows.append([
        Phrase(text(status.project.name)),
        Phrase(waiting.since.date.label(language), notes: note(waiting.since.citations)),
        Phrase(waiting.label(language)),
      ])
    }
    document.blocks.append(.table(sheet))
  }
}
