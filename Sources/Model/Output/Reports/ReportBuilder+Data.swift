import Domain
import Figures

extension ReportBuilder {
  mutating func addCommitments() {
    section("年度目标任务", "Yearly commitments")
    let commitments = board.pipeline.commitments
    guard !commitments.isEmpty else {
      addParagraph("资料中没有年度目标任务。", "The documents make no yearly commitment.")
      return
    }
    var sheet = Sheet([
      Sheet.Column(text("任务", "Commitment")), Sheet.Column(text("每年", "A year"), isNumeric: true),
      Sheet.Column(text("年度", "Year")),
      Sheet.Column(text("官方通报数", "Official total"), isNumeric: true),
      Sheet.Column(text("清单项目", "Identified"), isNumeric: true), Sheet.Column(text("结果", "Result")),
    ])
    for commitment in commitments {
      for year in years(of: commitment) { sheet.rows.append(row(commitment, year)) }
    }
    page.blocks.append(.table(sheet))
  }

  /// Returns the years with a reported figure, and the report's year if the commitment holds in it.
  private func years(of commitment: Pipeline.Commitment) -> [Int] {
    let own = report.period.year
    let (first, last) = (commitment.target.period.start.year, commitment.target.period.end.year)
    let reported = commitment.reported.map(\.period.year)
    return Set(reported + (first <= own && own <= last ? [own] : [])).sorted()
  }

  private mutating func row(_ commitment: Pipeline.Commitment, _ year: Int) -> [Phrase] {
    let outcome = commitment.outcome(of: year)
    let name = dataset.indicators[commitment.target.indicator]?.name ?? Name(both: "")
    let assumption = outcome == .noFigure ? nil : commitment.assumption
    let reason = (outcome.reason ?? assumption).map { text("：", ": ") + text($0) } ?? ""
    let identified = commitment.rung.map { _ in String(commitment.identified[year] ?? 0) } ?? "-"
    return [
      Phrase(text(name)), cite(commitment.target), Phrase(text("\(year)年", "\(year)")),
      cite(commitment.reported(for: year)), Phrase(identified),
      Phrase(text(outcome.name) + reason, status: outcome.status),
    ]
  }

  mutating func addDataState() {
    section("数据情况", "State of the data")
    part("本期文件", "Documents of the period")
    if report.sources.isEmpty {
      addParagraph("本期没有新文件。", "No document was published in this period.")
    } else {
      addSources()
    }
    part("过期数据", "Stale figures")
    if report.stale.isEmpty {
      addParagraph("没有过期的数据。", "No figure is stale.")
    } else {
      addParagraph(
        "截至\(board.asOf)，下列目标的最新数据已超过应更新期限。",
        "As of \(board.asOf) the newest figures of these targets are older than their cadence allows.")
      addStale()
    }
    part("数据矛盾", "Figures in conflict")
    if report.conflicts.isEmpty {
      let hasOthers = board.conflicts.contains(where: \.castsDoubt)
      addParagraph(
        "没有重大分歧的数据矛盾。" + (hasOthers ? "其他矛盾见带≠数字的脚注。" : ""),
        "No critical conflicts."
          + (hasOthers ? " Others are in the notes of the figures marked ≠." : ""))
    } else {
      addConflicts()
    }
  }

  /// Adds the documents by the short names that footnotes have, in full.
  mutating func addDocuments() {
    section("附：引用文件", "Annex: documents cited")
    let sources = RecordCatalogue.sources
    var sheet = Sheet(
      [Sheet.Column(text("简称", "Short name"))] + columns(sources, "title", "issuer", "number", "date"))
    for source in board.sources {
      sheet.rows.append([
        Phrase(text(source.short)), Phrase(text(source.title)), Phrase(text(source.issuer)),
        Phrase(source.number.isEmpty ? "-" : source.number), Phrase(source.date.label(language)),
      ])
    }
    page.blocks.append(.table(sheet))
  }

  private mutating func addSources() {
    let sources = RecordCatalogue.sources
    var sheet = Sheet(columns(sources, "date", "title", "issuer", "number"))
    for source in report.sources {
      sheet.rows.append([
        Phrase(source.date.label(language)), Phrase(text(source.title)), Phrase(text(source.issuer)),
        Phrase(source.number.isEmpty ? "-" : source.number),
      ])
    }
    page.blocks.append(.table(sheet))
  }

  private mutating func addStale() {
    let targets = RecordCatalogue.targets
    var sheet = Sheet(
      columns(targets, "indicator") + [Sheet.Column(text("最新数据", "Newest figure"), isNumeric: true)]
        + columns(targets, "actual-period")
        + [Sheet.Column(text("年内新数", "Newer part of a year"), isNumeric: true)] + columns(targets, "plan"))
    for row in report.stale {
      // As in the view of targets: the figure that the target is measured by, and beside it newer figures that are not
      // comparable.
      var part = cite(row.partial)
      if let partial = row.partial {
        part.text += text("（\(partial.period.label(.zh))）", " (\(partial.period.label(.en)))")
      }
      sheet.rows.append([
        Phrase(title(row)), cite(row.observation), Phrase(row.observation?.period.label(language) ?? "-"),
        part,
        Phrase(text(row.planName)),
      ])
    }
    page.blocks.append(.table(sheet))
  }

  private mutating func addConflicts() {
    var sheet = Sheet([
      Sheet.Column(text("事项", "Matter")),
      Sheet.Column(text("各文件说法、验算与采用规则", "What each document says, check and rule used")),
    ])
    for conflict in report.conflicts {
      sheet.rows.append([
        Phrase("≠ " + text(conflict.title)),
        Phrase(footnotes.account(conflict), notes: note(board.citations(of: conflict))),
      ])
    }
    page.blocks.append(.table(sheet))
  }

  // MARK: Annex

  mutating func addTargets() {
    section("附表：全部目标", "Annex: all targets")
    guard !report.targets.isEmpty else {
      addParagraph("资料中没有规划目标。", "The documents set no target.")
      return
    }
    addRows(report.targets, isShort: true)
  }

  /// Explains the formulas, but only those used in the report.
  mutating func addMethod() {
    section("口径说明", "How the figures are computed")
    let measures = report.targets.compactMap(\.measure)
    if !measures.isEmpty {
      addParagraph(
        "基期为规划首年的上一年。时间进度＝基期至该数所属时期已过时间÷基期至目标期的时间。进度＝目标路径达到该数所需时间的比例：复合路径为 ln(实际÷基期)÷ln(目标÷基期)，线性路径为（实际－基期）÷（目标－基期）。序时进度完成＝进度÷时间进度。滞后＝（时间进度－进度）×规划月数。",
        "The base is the year before the plan's first. Time gone: the part of the time from the base to the target that had passed at the figure's period. Earned: the part of that time at which the path has the actual level; on a compound path ln(actual / base) / ln(target / base), on a linear one (actual − base) / (target − base). Schedule ratio: earned / time gone. Lag: (time gone − earned) × months of the plan."
      )
    }
    if measures.contains(where: { $0.path == .compound }) {
      addParagraph(
        "复合路径即国家统计局评价五年能耗目标所用的完成进度（几何）；产值类目标尚无国家公布的算法，此处为类比。线性进度、增速比R（基期以来年均增速÷所需年均增速）一并列出；灯色因方法而异的，已注明。",
        "The compound path is the geometric completion by which the National Bureau of Statistics judged the five-year energy targets; no national formula for output targets is published, so this is an analogy. Linear progress and R (observed / required yearly growth) are listed beside it; a light that depends on the method is marked."
      )
    }
    if !measures.isEmpty || report.clusters.contains(where: { Report.growth(of: $0) != nil }) {
      addParagraph(
        "后续年均需增＝（目标÷实际）^（1÷剩余年数）－1，线性路径为每年增量。推算增速由相邻两年的数值算出，与公布增速并列，互不替代。",
        "Required a year: (target / actual)^(1 / years left) − 1, or the change a year on a linear path. Computed growth is from one year to the next; it is shown beside the published growth and does not replace it."
      )
    }
    addParagraph(
      "口径不同的数不相加、不相除。≠表示另有文件给出不同的数，各方说法见附注。",
      "Figures of different scope are neither added nor divided. ≠ marks a figure for which a document gives another value; the note has what each document says."
    )
  }
}

extension Pipeline.Commitment.Outcome {
  /// The status with the same colour and sign.
  package var status: Status {
    switch self {
    case .met: .reached
    case .missed: .behind
    case .notComparable: .notComparable
    case .noFigure: .noData
    }
  }
}
