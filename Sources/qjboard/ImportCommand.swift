import ArgumentParser
import Glibc
import Model
import TUI

extension TableImport.Kind: ExpressibleByArgument {}
extension TextEncoding: ExpressibleByArgument {}

struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract:
      "Put projects or observations of a CSV table into a dataset; without --write only say what would change.",
    discussion: """
      Examples:
        qjboard import projects table.csv --into DIR --source dispatch-2023-02
        qjboard import observations table.csv --into DIR --map '本月=value' --write

      The table is as Excel writes it: UTF-8 or GB18030, heads in Chinese or English. See docs/import.md.
      Exit codes: 0 done; 65 a fault in the table or the dataset, nothing is written; 66 nothing to read; 74 cannot write.
      """)

  /// The largest table that is read, in bytes.
  private static let limit = 64 << 20

  @Argument(help: "What the rows are: projects or observations.")
  var kind: TableImport.Kind

  @Argument(help: ArgumentHelp("The table; - is standard input.", valueName: "file.csv"))
  var file: String

  @Option(help: ArgumentHelp("The directory of the dataset.", valueName: "dir"))
  var into: String?

  @Flag(help: "Change the dataset; otherwise only what would change is printed.")
  var write = false

  @Option(help: ArgumentHelp("The document of rows that name none: its id or name.", valueName: "source"))
  var source: String?

  @Option(help: "The charset: auto, utf-8 or gb18030.")
  var encoding = TextEncoding.auto

  @Option(
    help: ArgumentHelp("Which column is which field; a field - leaves it out.", valueName: "column=field,…"))
  var map: String?

  @ParentCommand var board: QJBoard

  @Option(name: .customLong("lang"), help: "The language: auto, which takes it from the locale, zh or en.")
  var language: LookOptions.LanguageChoice?

  func validate() throws {
    _ = try choices()
    if into == nil {
      throw ValidationError("name a directory with --into; the built-in data cannot be changed.")
    }
  }

  private func choices() throws -> [(String, String)] {
    try (map ?? "").split(separator: ",").map { pair in
      let halves = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard halves.count == 2, !halves[0].isEmpty, !halves[1].isEmpty else {
        throw ValidationError("'\(TextWidth.cleaned(String(pair)))' in --map is not column=field.")
      }
      return (String(halves[0]), String(halves[1]))
    }
  }

  func run() throws {
    let (charset, _) = Charset.adopt()
    let language = LanguageRule(environment: Environment.all, charset: charset).language(
      language ?? board.look.language ?? .auto)
    let directory = into ?? ""
    let text: [UInt8]
    let files: [InputFile]
    let dataset: Dataset
    do {
      text = try input().bytes
      files = try InputFile.readDirectory(directory)
      dataset = try DatasetLoader.load(files: files, place: directory).dataset
      if write, access(directory, W_OK) != 0 {
        Console.report(
          [
            Diagnostic(
              path: directory, line: nil, column: nil,
              fault: .notWritable(reason: String(cString: strerror(errno))))
          ], language)
        throw ExitCode(74)
      }
    } catch let error as Diagnostic {
      throw refusal([error], language)
    } catch let error as LoadFailure {
      throw refusal(error.diagnostics, language)
    }
    let decoded: (text: [UInt8], encoding: TextEncoding)
    let plan: ImportPlan
    do {
      decoded = try encoding.decode(text)
      plan = try TableImport.plan(
        kind, CSVReader.read(decoded.text), options: TableImport.Options(source: source, choices: choices()),
        dataset: dataset, files: files, directory: directory)
    } catch let error as ImportFailure {
      let name = file == "-" ? "-" : file
      Console.fail(error.faults.map { $0.text(name, language) })
      Console.fail([language == .zh ? "没有写入任何内容。" : "Nothing was written."])
      throw ExitCode(65)
    }
    try check(plan, files, directory, language)
    let report = ImportReport(plan: plan, encoding: decoded.encoding, dataset: dataset, language: language)
    try Console.write(report.mapping(file) + report.changes)
    guard write, !plan.files.isEmpty else { return try Console.write(report.ending(isWritten: write)) }
    do throws(Diagnostic) {
      for file in plan.files where access(file.path, F_OK) == 0 && access(file.path, W_OK) != 0 {
        throw Diagnostic(
          path: file.path, line: nil, column: nil,
          fault: .notWritable(reason: String(cString: strerror(errno))))
      }
      var replacement = FileReplacement()
      try replacement.replace(plan.files)
    } catch {
      Console.report([error], language)
      throw ExitCode(74)
    }
    try Console.write(report.ending(isWritten: true))
  }

  private func input() throws -> InputFile {
    if file != "-" { return try InputFile.read(path: file, name: file, limit: ImportCommand.limit) }
    return try InputFile.read(descriptor: STDIN_FILENO, path: "-", limit: ImportCommand.limit)
  }

  private func refusal(_ diagnostics: [Diagnostic], _ language: Language) -> ExitCode {
    Console.report(diagnostics, language)
    return ExitCode(LoadFailure(diagnostics: diagnostics).isMissing ? 66 : 65)
  }

  /// Loads the whole dataset as it would be, before anything is written.
  private func check(_ plan: ImportPlan, _ files: [InputFile], _ directory: String, _ language: Language)
    throws
  {
    let changed = Set(plan.files.map(\.name))
    let all = files.filter { !changed.contains($0.name) } + plan.files
    do throws(LoadFailure) {
      _ = try DatasetLoader.load(files: all.sorted { $0.name < $1.name }, place: directory)
    } catch {
      Console.fail([
        language == .zh ? "导入后数据集将有错误，没有写入任何内容：" : "The dataset would have errors; nothing was written:"
      ])
      Console.report(error.diagnostics.filter { $0.severity == .error }, language)
      throw ExitCode(65)
    }
  }
}

/// What an import says.
private struct ImportReport {
  let plan: ImportPlan
  let encoding: TextEncoding
  let dataset: Dataset
  let language: Language

  private func said(_ zh: String, _ en: String) -> String { language == .zh ? zh : en }

  /// Which column is which field, with the conversion of its unit.
  func mapping(_ file: String) -> String {
    let rows = plan.rows == 1 ? "1 row" : "\(plan.rows) rows"
    var lines = [
      said("\(file)：\(encoding.rawValue)，\(plan.rows) 行", "\(file): \(encoding.rawValue), \(rows)")
    ]
    let widest = plan.mapping.columns.map { TextWidth.columns(of: $0.head) }.max() ?? 0
    for column in plan.mapping.columns {
      let arrow = "  \(TextWidth.padded(column.head, to: min(widest, 30)))  →  "
      lines.append(arrow + TextWidth.cleaned(field(column)))
    }
    return lines.map { $0 + "\n" }.joined()
  }

  private func field(_ column: ImportMapping.Column) -> String {
    guard let field = column.field else { return said("（不用）", "(not used)") }
    guard case .figure(let id) = field, let indicator = dataset.indicators[id] else {
      let name = field.name[language]
      return column.unit.isEmpty ? name : "\(name), \(column.unit)"
    }
    let name = said("指标 \(indicator.name.zh)", "figure \(indicator.name.en)")
    let own = dataset.unitName(indicator.unit)[language]
    return column.unit.isEmpty || column.unit == indicator.unit
      ? "\(name), \(own)" : "\(name), \(column.unit) → \(own)"
  }

  var changes: String {
    let lines = plan.changes.map { change in
      let place = said("第\(change.line)行", "line \(change.line)")
      return TextWidth.cleaned(
        "\(change.kind.name[language])  \(change.words[language])  [\(change.file), \(place)]")
    }
    let remarks = plan.remarks.map { $0[language] }
    let counts = ImportChange.Kind.allCases.map { kind in
      let count = plan.changes.count { $0.kind == kind }
      return said("\(kind.name.zh) \(count)", "\(count) \(kind.name.en)")
    }
    let summary =
      counts.joined(separator: said("，", ", "))
      + said("，未变 \(plan.unchanged) 行", ", \(plan.unchanged) rows unchanged")
    return "\n" + (lines + remarks + [summary]).map { $0 + "\n" }.joined()
  }

  func ending(isWritten: Bool) -> String {
    if plan.files.isEmpty { return said("没有变化。\n", "Nothing changes.\n") }
    let names = plan.files.map { TextWidth.cleaned($0.path) }.joined(separator: said("、", ", "))
    return isWritten
      ? said("已写入 \(names)\n", "Written: \(names)\n")
      : said("试运行；加 --write 才写入 \(names)\n", "Dry run; --write changes \(names)\n")
  }
}
