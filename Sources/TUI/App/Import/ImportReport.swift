import Canvas
import Domain
import Output
import Store

/// The messages of an import.
package struct ImportReport {
  let plan: ImportPlan
  let encoding: TextEncoding?
  let dataset: Dataset
  let setbacks: [ImportPlan.Setback]
  let language: Language

  /// - Parameters:
  ///   - plan: what the import changes.
  ///   - encoding: the charset of a text; nil for a workbook.
  ///   - dataset: the data before the import.
  ///   - setbacks: the projects that would move back.
  ///   - language: the language of the messages.
  package init(
    plan: ImportPlan, encoding: TextEncoding?, dataset: Dataset, setbacks: [ImportPlan.Setback],
    language: Language
  ) {
    (self.plan, self.encoding, self.dataset) = (plan, encoding, dataset)
    (self.setbacks, self.language) = (setbacks, language)
  }

  private func text(_ zh: String, _ en: String) -> String { language == .zh ? zh : en }

  /// Returns the mapping from columns to fields, with unit conversions.
  ///
  /// - Parameter file: the path of the table.
  package func mapping(_ file: String) -> String {
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
  private var row: String { encoding == nil ? "row" : "line" }

  /// The charset of a text, the sheet of a workbook.
  private var form: String {
    encoding?.rawValue
      ?? text("工作表“\(TextWidth.cleaned(plan.sheet ?? ""))”", "sheet '\(TextWidth.cleaned(plan.sheet ?? ""))'")
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

  /// The changes, one a line, with their count.
  package var changes: String {
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
  /// - Parameters:
  ///   - file: the path of the table.
  ///   - doubts: the findings that `check` would report.
  package func warnings(_ file: String, doubts: [Diagnostic]) -> [String] {
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
  ///
  /// - Parameters:
  ///   - file: the path of the table.
  ///   - kind: what the rows are.
  ///   - directory: the directory of the dataset.
  ///   - given: the options of the user that the table does not show.
  package func options(
    _ file: String, _ kind: TableImport.Kind, _ directory: String, given: [(String, String)]
  )
    -> String
  {
    var options = [("--into", directory)]
    if let encoding { options.append(("--encoding", encoding.rawValue)) }
    return "\n\(ImportReport.command(kind, file, options + plan.options + given))\n"
  }

  /// Returns a command line of `import`.
  ///
  /// - Parameters:
  ///   - kind: what the rows are.
  ///   - file: the path of the table.
  ///   - options: the options with their values.
  package static func command(_ kind: TableImport.Kind, _ file: String, _ options: [(String, String)])
    -> String
  {
    let words = ["qjboard import \(kind.rawValue) \(ShellWord.quoted(file))"]
    return TextWidth.cleaned(
      (words + options.map { "\($0.0) \(ShellWord.quoted($0.1))" }).joined(separator: " "))
  }

  /// Returns the last line: the changed files, and whether they are written.
  ///
  /// - Parameter isWritten: whether they are written.
  package func ending(isWritten: Bool) -> String {
    if plan.files.isEmpty { return text("没有变化。\n", "No changes.\n") }
    let names = plan.files.map { TextWidth.cleaned($0.path) }.joined(separator: text("、", ", "))
    return isWritten
      ? text("已写入 \(names)\n", "Written: \(names)\n")
      : text("试运行；加 --write 才写入 \(names)\n", "Dry run; --write changes \(names)\n")
  }
}
