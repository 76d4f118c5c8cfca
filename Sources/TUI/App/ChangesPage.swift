import Canvas
import Domain
import Figures
import Output
import Panels

/// The changes between an earlier day and the current day.
enum ChangesPage {
  static func lines(_ state: AppState) -> [Line] {
    let context = state.context
    guard let diff = state.changes, !diff.isEmpty else {
      return [Line(context.text("没有变化", "nothing changed"), .muted)]
    }
    var lines: [Line] = []
    func section(_ zh: String, _ en: String, _ rows: [Line]) {
      guard !rows.isEmpty else { return }
      lines.append(Line("\(context.text(zh, en)) \(rows.count)", .title))
      lines += rows.map { Line([Span("  ")] + $0.spans) }
      lines.append(Line(""))
    }
    section(
      "新文件", "New documents",
      diff.sources.map { source in
        Line([Span("\(source.date.text)  ", .muted), Span(context.text(source.title))])
      })
    section(
      "目标变动", "Targets that changed",
      diff.targets.map { change in
        Line([
          Span("\(name(change.after, context))  "), Span(context.label(change.before), .muted),
          Span(" \(context.glyphs.arrow) "), Span(context.label(change.after), Style(.strong)),
          Span("  \(plan(change.after, context))", .muted),
        ])
      })
    section(
      "项目进展", "Projects that moved",
      diff.moved.map { move in
        Line([
          Span("\(context.text(move.project.name))  "), Span(move.from.map(context.rungName) ?? "-", .muted),
          Span(" \(context.glyphs.arrow) "),
          Span(move.to.map(context.rungName) ?? "-", Style(move.to?.role ?? .muted, on: .plain, .bold)),
        ])
      })
    section(
      "其他项目变化", "Other project changes",
      diff.changed.map { change in
        Line([
          Span("\(context.text(change.project.name))  "),
          Span("\(context.text(change.property.name)) ", .muted),
          Span(change.before.map { context.text($0) } ?? "-", .muted), Span(" \(context.glyphs.arrow) "),
          Span(change.after.map { context.text($0) } ?? "-", Style(.strong)),
        ])
      })
    section(
      "新项目", "New projects",
      diff.appeared.map { status in
        Line([
          Span(
            TextWidth.padded(status.rung.map(context.rungName) ?? "-", to: context.stageColumns + 1),
            status.rung?.role ?? .muted),
          Span(context.text(status.project.name)),
        ])
      })
    section("不再列出的项目", "Projects no longer listed", diff.delisted.map { Line(context.text($0.project.name)) })
    section("新数字", "New figures", diff.added.map { figure($0, context) })
    section(
      "新文件更新的数字", "Superseded by a newer document", diff.superseded.map { correction($0, context) })
    section("更正", "Corrected figures", diff.corrected.map { correction($0, context) })
    section("不再计入的数字", "Figures that no longer count", diff.removed.map { figure($0, context) })
    section("新矛盾", "New conflicts", diff.conflicts.map { Line(context.text($0.title)) })
    section("已消除的矛盾", "Conflicts that were settled", diff.settled.map { Line(context.text($0.title)) })
    return lines
  }

  private static func name(_ figure: Figure, _ context: PanelContext) -> String {
    let indicator =
      context.dataset.indicators[figure.indicator].map { context.text($0.short) } ?? figure.indicator
    return figure.subject == .district
      ? indicator : "\(context.text(context.dataset.name(of: figure.subject))) \(indicator)"
  }

  private static func correction(_ change: BoardDiff.Correction, _ context: PanelContext) -> Line {
    Line([
      Span("\(name(change.after, context))  "), Span(context.label(change.before), .muted),
      Span(" \(context.glyphs.arrow) "), Span(context.label(change.after), Style(.strong)),
    ])
  }

  private static func plan(_ figure: Figure, _ context: PanelContext) -> String {
    context.board.planName(of: figure).map { context.text($0) } ?? ""
  }

  private static func figure(_ figure: Figure, _ context: PanelContext) -> Line {
    Line([
      Span("\(name(figure, context))  "), Span(context.label(figure), Style(.strong)),
      Span(
        "  \(plan(figure, context)) \(figure.period.label(context.language)) \(context.text(figure.kind.name))",
        .muted),
    ])
  }
}
