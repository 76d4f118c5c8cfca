import Canvas
import Domain
import Output
import Store

/// The messages of an import.
struct ImportReport {
  let plan: ImportPlan
  let table: TableFile
  let dataset: Dataset
  let setbacks: [ImportPlan.Setback]
  let language: Language

  private func text(_ zh: String, _ en: String) -> String { language == .zh ? zh : en }

  /// Returns the mapping from columns to fields, with unit conversions.
  func mapping(_ file: String) -> String {
    let file = TextWidth.cleaned(file)
    let rows = plan.rows == 1 ? "1 row" : "\(plan.rows) rows"
    let form = form
    var lines = [text("\(file)：\(form)，\(plan.rows) 行", "\(file): \(form), \(rows)")]
    let widest = plan.mapping.columns.map { TextWidth.columns(of: $0.head) }.max() ?? 0
    for column in plan.mapping.columns {
      let arrow = "  \(TextWidth.padded(column.head, to: min(widest, 30)))  →  "
      lines.append(arrow + TextWidth.cleaned(field(column)))
    }
    return (lines + lineLabels).map { $0 + "\n" }.joined()
  }

  /// The English word for the place of a change: a line of a text, a row of a sheet.
  private var row: String { if case .text = table { "line" } else { "row" } }

  /// The charset of a text, the sheet of a workbook.
  private var form: String {
    switch table {
    case .text(_, let encoding): encoding.rawValue
    case .workbook:
      text("工作表“\(TextWidth.cleaned(plan.sheet ?? ""))”", "sheet '\(TextWidth.cleaned(plan.sheet ?? ""))'")
    }
  }

  /// The labels of the lines of a table that has more than a head and data.
  private var lineLabels: [String] {
    plan.lines.map { line in
      let (first, last) = (line.rows.lowerBound, line.rows.upperBound)
      let rows =
        first == last
        ? text("第\(first)行", "row \(first)") : text("第\(first)-\(last)行", "rows \(first)-\(last)")
      let reason = line.reason.map { "  (\($0[language]))" } ?? ""
      let text = line.text.isEmpty ? "" : "  \(line.text)"
      return "  " + TextWidth.cleaned("\(rows)  \(line.label.name[language])\(text)\(reason)")
    }
  }

  private func field(_ column: ImportMapping.Column) -> String {
    if let remark = column.remark { return remark[language] }
    guard let field = column.field else { return text("（不用）", "(not used)") }
    guard case .figure(let id, _) = field, let indicator = dataset.indicators[id] else {
      let name = field.name[language]
      return column.unit.isEmpty ? name : "\(name), \(column.unit)"
    }
    let name = text("指标 \(indicator.name.zh)", "figure \(indicator.name.en)")
    let own = dataset.unitName(indicator.unit)[language]
    return column.unit.isEmpty || column.unit == indicator.unit
      ? "\(name), \(own)" : "\(name), \(column.unit) → \(own)"
  }

  var changes: String {
    let lines = plan.changes.map { change in
      let place = text("表第\(change.line)行", "\(row) \(change.line)")
      return TextWidth.cleaned(
        "\(change.kind.name[language])  \(change.words[language])  [\(change.file), \(place)]")
    }
    let back = setbacks.map { setback in
      let place = text("表第\(setback.line)行", "\(row) \(setback.line)")
      return TextWidth.cleaned("\(text("退回", "back"))  \(setback.words[language])  [\(place)]")
    }
    let remarks = plan.remarks.map { $0[language] }
    let counts = ImportChange.Kind.allCases.map { kind in
      let count = plan.changes.count { $0.kind == kind }
      return text("\(kind.name.zh) \(count)", "\(count) \(kind.name.en)")
    }
    let summary =
      counts.joined(separator: text("，", ", "))
      + text("，未变 \(plan.unchanged) 行", ", \(plan.unchanged) row\(plan.unchanged == 1 ? "" : "s") unchanged")
    return "\n" + (lines + back + remarks + [summary]).map { $0 + "\n" }.joined()
  }

  /// Returns the points to review before or after writing.
  ///
  /// - Parameter doubts: the findings that `check` would report.
  func warnings(_ file: String, doubts: [Diagnostic]) -> [String] {
    let word = Diagnostic.Severity.warning.word[language]
    let cells = plan.doubts.map { $0.text(file, language, .warning) }
    return cells
      + setbacks.map { setback in
        "\(file):\(setback.line): \(word): \(setback.words[language])"
          + text("；最新文件的说法为准，若是补记请核对日期和来源", "; the newest statement counts: check date and source")
      }
      + doubts.map { "\($0.message(language))  [\($0.fault.rule)]" }
  }

  /// Returns the command that reads the table as it was read.
  func options(_ file: String, _ kind: TableImport.Kind, _ directory: String, given: [(String, String)])
    -> String
  {
    var options = [("--into", directory)]
    if case .text(_, let encoding) = table { options.append(("--encoding", encoding.rawValue)) }
    options += plan.options + given
    let words = options.map { "\($0.0) \(ShellWord.quoted($0.1))" }
    return "\n"
      + TextWidth.cleaned(
        "qjboard import \(kind.rawValue) \(ShellWord.quoted(file)) " + words.joined(separator: " ")) + "\n"
  }

  func ending(isWritten: Bool) -> String {
    if plan.files.isEmpty { return text("没有变化。\n", "No changes.\n") }
    let names = plan.files.map { TextWidth.cleaned($0.path) }.joined(separator: text("、", ", "))
    return isWritten
      ? text("已写入 \(names)\n", "Written: \(names)\n")
      : text("试运行；加 --write 才写入 \(names)\n", "Dry run; --write changes \(names)\n")
  }
}
