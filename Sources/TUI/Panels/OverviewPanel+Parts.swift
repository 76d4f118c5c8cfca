import Canvas
import Domain
import Figures

// The sections of the first page.

extension OverviewPanel {
  func section(
    _ title: String, _ remark: String, _ area: Rect, _ context: PanelContext, _ buffer: inout Buffer,
    _ content: (Rect, inout Buffer) -> Void
  ) {
    guard area.height > 1 else { return }
    let (head, body) = area.splitTop(1)
    SectionTitle(title, remark: remark).render(in: head, into: &buffer, glyphs: context.glyphs)
    content(body, &buffer)
  }

  func renderMain(
    _ parts: Parts, _ spacing: Int, _ context: PanelContext, _ area: Rect, _ buffer: inout Buffer
  ) {
    var (targets, clusters) = aligned(parts.targets, parts.clusters)
    (targets, clusters) = aligned(
      targets.lengthened(0, in: area.width - 1), clusters.lengthened(0, in: area.width - 1))
    targets.spacing = spacing
    clusters.spacing = spacing
    let gap = area.height - (targets.rows.count + clusters.rows.count) * (1 + spacing) > 3 ? 1 : 0
    let (top, bottom) = area.splitTop(targets.rows.count * (1 + spacing) + 1 + gap)
    let remark = barRemark(context, targets, width: area.width)
    section(context.text("主要指标", "Main figures"), remark, top, context, &buffer) {
      targets.render(in: $0, into: &$1, glyphs: context.glyphs)
    }
    section(clustersTitle(context), sumRemark(context), bottom, context, &buffer) {
      clusters.render(in: $0, into: &$1, glyphs: context.glyphs)
    }
  }

  /// Returns what the columns are that are drawn, and what the bar and its mark mean.
  func barRemark(_ context: PanelContext, _ table: Table, width: Int) -> String {
    let mark = String(context.glyphs.paceMark)
    let shown = Set(table.layout(width: width - 1).map(\.index))
    let hasBase = shown.contains(1)
    let isComputed = rowsAbove(context).contains { $0.base?.isComputed == true }
    let base =
      hasBase ? context.text(isComputed ? "基期（*推算）" : "基期", isComputed ? "base (* computed)" : "base") : ""
    let values = [base, context.text("实际", "actual"), context.text("目标", "target")].filter { !$0.isEmpty }
    let arrow = context.glyphs.isASCII ? "->" : "→"
    let figures = values.joined(separator: context.text(arrow, ", "))
    return figures
      + context.text("，条为进度，\(mark)为时间进度", "; bar: earned, \(mark): time gone")
  }

  /// Returns both tables with the same column widths, so that their bars line up.
  func aligned(_ first: Table, _ second: Table) -> (Table, Table) {
    var (first, second) = (first, second)
    for index in first.columns.indices where second.columns.indices.contains(index) {
      let width = max(first.columns[index].width, second.columns[index].width)
      (first.columns[index].width, second.columns[index].width) = (width, width)
    }
    return (first, second)
  }

  func clustersTitle(_ context: PanelContext) -> String {
    let period = context.board.clusters.compactMap(\.output?.period).max { $0.end < $1.end }
    let title = context.board.classification.map { context.text($0.name) } ?? context.text("产业集群", "Clusters")
    let name = context.dataset.indicators[context.dataset.info.total].map { context.text($0.short) } ?? ""
    return period.map { "\(title) \($0.label(context.language)) \(name)" } ?? title
  }

  /// Returns the sum of the clusters beside the published total.
  func sumRemark(_ context: PanelContext) -> String {
    let outputs = context.board.clusters.compactMap(\.output)
    guard outputs.count == context.board.clusters.count, !outputs.isEmpty,
      let total = context.board.headline(context.dataset.info.total)?.observation,
      outputs.allSatisfy({ $0.period == total.period && $0.unit == total.unit && $0.scope == total.scope })
    else { return targetSumRemark(context) }
    let value = outputs.reduce(0) { $0 + $1.value }
    let sum = context.dataset.exactNumber(value, unit: total.unit, context.language)
    let printed = context.dataset.exactNumber(total.value, unit: total.unit, context.language)
    guard total.derivation == nil else {
      return context.text("\(outputs.count)项之和 \(sum)", "the \(outputs.count) parts sum to \(sum)")
    }
    guard sum != printed else {
      return context.text("\(outputs.count)项之和即总量 \(printed)", "the \(outputs.count) parts make the total")
    }
    guard !Self.isRounding(value - total.value, of: outputs) else {
      return context.text(
        "\(outputs.count)项之和 \(sum)，总量 \(printed)，差在尾数", "parts sum to \(sum), total \(printed): rounding")
    }
    let relation = context.glyphs.conflict
    return context.text(
      "分项和 \(sum) \(relation) 合计 \(printed)", "sum \(sum) \(relation) total \(printed)")
  }

  /// Whether a sum differs from a printed total by no more than rounding: each part by half of its last digit.
  private static func isRounding(_ difference: Double, of parts: [Figure]) -> Bool {
    let digits = parts.map {
      Decimal.text($0.value, digits: 4).split(separator: ".").dropFirst().first?.count ?? 0
    }
    var unit = 1.0
    for _ in 0..<(digits.max() ?? 0) { unit /= 10 }
    return abs(difference) <= unit / 2 * Double(parts.count) + 1e-9
  }

  /// Returns the sum of the cluster targets if it differs from the total target; empty otherwise.
  func targetSumRemark(_ context: PanelContext) -> String {
    let rows = context.board.clusters.compactMap(\.target)
    guard rows.count == context.board.clusters.count, !rows.isEmpty,
      let whole = context.board.headline(context.dataset.info.total)?.target,
      rows.allSatisfy({ row in
        row.target.unit == whole.unit && row.target.period.end == whole.period.end
          && row.target.scope == whole.scope && row.target.kind == whole.kind && !row.target.isInWords
      })
    else { return "" }
    let value = rows.reduce(0) { $0 + $1.target.value }
    guard !Formula.isSum(value, whole.value) else { return "" }
    let draft = rows.contains(where: \.isDraft) ? context.text("（稿）", " (draft)") : ""
    let sum = context.dataset.number(value, unit: whole.unit, context.language) + draft
    let total = context.dataset.number(whole.value, unit: whole.unit, context.language)
    return context.text(
      "分项目标和 \(sum) \(context.glyphs.conflict) \(total)",
      "targets sum to \(sum) \(context.glyphs.conflict) \(total)")
  }

  func renderFunnel(_ parts: Parts, _ context: PanelContext, _ area: Rect, _ buffer: inout Buffer) {
    let counts = context.board.projectCounts
    let title = context.text("项目漏斗", "Pipeline")
    let items = counts.planItems
    let count =
      items > 0
      ? context.text("建设项目\(counts.projects)", "\(counts.projects) construction projects")
      : context.text("清单项目\(counts.projects)", "\(counts.projects) listed")
    let funnel = context.board.pipeline.funnel
    let earlier =
      funnel.earlierYear.flatMap { year in
        funnel.earlier > 0
          ? context.text("，\(year)年底前已动工\(funnel.earlier)", ", \(funnel.earlier) begun by \(year)") : nil
      } ?? ""
    let lines = context.text("，另有产品方向、计划事项\(items)", ", beside \(items) product lines or programmes")
    let texts = [
      items > 0 ? count + lines + earlier : nil,
      earlier.isEmpty ? nil : count + earlier,
      items > 0 && earlier.isEmpty
        ? context.text(
          "项目\(counts.projects)，另有事项\(items)", "\(counts.projects) projects, \(items) plan items")
        : nil,
    ].compactMap(\.self)
    let room = area.width - TextWidth.columns(of: title) - 6
    let remark = texts.first { TextWidth.columns(of: $0) <= room } ?? count
    let (head, body) = area.splitTop(1)
    SectionTitle(title, remark: remark).render(in: head, into: &buffer, glyphs: context.glyphs)
    parts.funnel.render(in: body, into: &buffer)
  }

  /// Draws what needs attention and, if there is room, the yearly commitments and the critical conflicts.
  func renderSide(_ parts: Parts, _ context: PanelContext, _ area: Rect, _ buffer: inout Buffer) {
    let commitments = CommitmentLines.lines(context, isShort: area.width < 60)
    let (top, rest) = area.splitTop(max(2, parts.attention.rows.count + 1))
    if commitments.isEmpty, rest.height >= 5, !context.board.conflicts.isEmpty {
      renderAttention(parts.attention, context, top, &buffer)
      return renderConflicts(context, rest.splitTop(1).rest, &buffer)
    }
    let fitsCommitments = !commitments.isEmpty && rest.height > commitments.count
    renderAttention(parts.attention, context, fitsCommitments ? top : area, &buffer)
    guard fitsCommitments else { return }
    let gap = rest.height > commitments.count + 3 ? 1 : 0
    let (middle, last) = rest.splitTop(gap).rest.splitTop(commitments.count + 1)
    renderLines(context.text("年度目标任务", "Yearly commitments"), "", commitments, context, middle, &buffer)
    if last.height >= 5 { renderConflicts(context, last.splitTop(1).rest, &buffer) }
  }

  func renderAttention(_ table: Table, _ context: PanelContext, _ area: Rect, _ buffer: inout Buffer) {
    section(context.text("需要关注", "Needs attention"), "", area, context, &buffer) {
      if table.rows.isEmpty {
        let known = context.board.counts.filter { !$0.key.isUnknown }.values.reduce(0, +)
        let all = context.board.counts.values.reduce(0, +)
        let text =
          known > 0 || all == 0
          ? context.text("除上述各项外没有其他事项", "nothing beyond the rows above")
          : context.text("\(all)个目标均无可评价的数据", "none of \(all) targets can be measured")
        $1.put(text, x: $0.x + 1, y: $0.y, style: Style(.muted), clip: $0)
      } else {
        OverviewPanel.fitted(table, to: $0.width).render(in: $0, into: &$1, glyphs: context.glyphs)
      }
    }
  }

  func renderLines(
    _ title: String, _ remark: String, _ lines: [Line], _ context: PanelContext, _ area: Rect,
    _ buffer: inout Buffer
  ) {
    section(title, remark, area, context, &buffer) { area, buffer in
      for (row, line) in lines.prefix(area.height).enumerated() {
        buffer.put(line, in: area, row: row, ellipsis: context.glyphs.ellipsis)
      }
    }
  }
}
