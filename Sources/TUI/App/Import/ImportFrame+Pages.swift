import Canvas
import Domain
import Output
import Store

extension ImportFrame {
  static func block(_ state: ImportState) -> TextBlock {
    let lines: [Line] =
      switch state.place.page {
      case .difference: difference(state)
      case .command: [Line(state.command)]
      case .help: help(state)
      default: []
      }
    return TextBlock(lines, scroll: state.place.scroll, indent: 4)
  }

  /// The lines that the command prints without `--write`.
  private static func difference(_ state: ImportState) -> [Line] {
    guard let plan = state.trial.plan, let outcome = state.outcome else { return [] }
    func report(_ setbacks: [ImportPlan.Setback]) -> ImportReport {
      ImportReport(
        plan: plan, encoding: state.input.encoding, dataset: state.input.dataset, setbacks: setbacks,
        language: state.look.language)
    }
    func lines(_ text: String, _ role: Role = .plain) -> [Line] {
      text.split(separator: "\n").map { Line(String($0), role) }
    }
    switch outcome {
    case .success(let outcome):
      let report = report(outcome.setbacks)
      return lines(report.changes)
        + report.warnings(state.input.path, doubts: outcome.doubts).flatMap { lines($0, .conflict) }
        + [Line("")] + lines(ending(plan, state), .muted)
    case .failure(let failure):
      let errors = failure.diagnostics.filter { $0.severity == .error }
      return [Line(state.text("导入后数据集将有错误：", "The dataset would have errors:"), .conflict)]
        + errors.flatMap { lines($0.message(state.look.language), .conflict) } + lines(report([]).changes)
    }
  }

  private static func ending(_ plan: ImportPlan, _ state: ImportState) -> String {
    let names = plan.files.map(\.path).joined(separator: state.text("、", ", "))
    return plan.files.isEmpty
      ? state.text("没有变化。", "No changes.") : state.text("w 写入 \(names)", "w writes \(names)")
  }

  private static func help(_ state: ImportState) -> [Line] {
    func rows(_ keys: [ImportKey]) -> [Line] {
      keys.filter { !$0.label.isEmpty }.map { key in
        let label = state.look.glyphs.isASCII ? key.label.inASCII : key.label
        return Line([
          Span(TextWidth.padded("  \(label)", to: 28, mark: state.look.glyphs.ellipsis), .key),
          Span(state.text(key.name), .muted),
        ])
      }
    }
    let common = Set(ImportKey.things.map(\.label)).intersection(ImportKey.table.map(\.label))
    return [Line(state.text("表", "Table"), .title)] + rows(ImportKey.table) + [Line("")]
      + [Line(state.text("待处理", "To settle"), .title)]
      + rows(ImportKey.things.filter { !common.contains($0.label) }) + [Line("")]
      + [Line(state.text("变化", "The difference"), .title)]
      + rows(ImportKey.difference.filter { !common.contains($0.label) })
  }
}
