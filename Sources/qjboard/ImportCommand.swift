import ArgumentParser
import Canvas
import Domain
import Glibc
import Output
import Store

/// The kinds of tables that `import` reads.
enum ImportKind: String, CaseIterable, ExpressibleByArgument {
  case projects, observations, problems, decisions, duties, reports, statuses

  /// The kind of a table of projects or figures; nil for the records of an office's month.
  var table: TableImport.Kind? { TableImport.Kind(rawValue: rawValue) }
  /// The kind of a table of the records of an office's month; nil for projects and figures.
  var month: MonthTable.Kind? { MonthTable.Kind(rawValue: rawValue) }
}

extension TextEncoding: ExpressibleByArgument {}

struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract:
      "Put projects, observations or the records of a month from a CSV table or an Excel workbook into a dataset; without --write only say what would change.",
    discussion: """
      Examples:
        qjboard import projects table.csv --into DIR --source dispatch-2023-02
        qjboard import observations table.csv --into DIR --map '本月=value' --write
        qjboard import projects report.xlsx --into DIR --sheet 重点项目
        qjboard import problems problems.csv --into DIR

      The table is as an office sends it: title and unit rows, heads of several lines, totals and notes are recognised and
      shown. UTF-8, UTF-16 or GB18030, heads in Chinese or English. See docs/import.md.
      Exit codes: 0 done; 65 a fault in the table or the dataset, nothing is written; 66 input missing; 74 write failed.
      """)

  /// The maximum size of a table, in bytes.
  private static let limit = 64 << 20

  @Argument(
    help: "The kind of rows: projects, observations, problems, decisions, duties, reports or statuses.")
  var kind: ImportKind

  @Argument(
    help: ArgumentHelp("The table; - is standard input.", valueName: "file.csv|file.xlsx"),
    completion: .file(extensions: ["csv", "txt", "xlsx"]))
  var file: String

  @Option(
    help: ArgumentHelp("The directory of the dataset.", valueName: "dir"), completion: .directory)
  var into: String?

  @Flag(help: "Change the dataset; without it, only print the changes.")
  var write = false

  @Option(help: ArgumentHelp("The document of rows without one: its id or name.", valueName: "source"))
  var source: String?

  @OptionGroup var reading: TableReadingOptions

  @Option(help: "The charset: auto, utf-8, utf-16 or gb18030.")
  var encoding = TextEncoding.auto

  @Option(
    help: ArgumentHelp("The field of a column; - skips the column.", valueName: "column=field,…"))
  var map: String?

  @ParentCommand var board: QJBoard

  @Option(name: .customLong("lang"), help: "The language: auto, which takes it from the locale, zh or en.")
  var language: LookOptions.LanguageChoice?

  func validate() throws {
    _ = try choices()
    _ = try reading.options()
    if into == nil {
      throw ValidationError(
        zh: "请用 --into 指定数据目录；内置数据不能修改。",
        en: "specify a directory with --into; the built-in data cannot be changed.")
    }
  }

  private func choices() throws -> [(String, String)] {
    try TableReadingOptions.pairs(map, "--map", "列名=字段", "column=field")
  }

  func run() throws {
    if let month = kind.month { return try run(month) }
    var command = self
    let recipe = try readRecipe()
    if let recipe {
      command.reading.take(recipe)
      command.encoding =
        encoding == .auto ? recipe.encoding.flatMap { TextEncoding(rawValue: $0.value) } ?? .auto : encoding
    }
    try command.run(recipe)
  }

  /// Reads the file of `--recipe`, and refuses it with all its faults.
  private func readRecipe() throws -> RecipeFile? {
    guard let path = reading.recipe else { return nil }
    let language = UsageLanguage.current
    let file: InputFile
    do throws(Diagnostic) {
      file = try InputFile.read(path: path, name: path)
    } catch {
      throw refusal([error], language)
    }
    var (recipe, faults) = RecipeFile.read(file)
    if let encoding = recipe.encoding, TextEncoding(rawValue: encoding.value) == nil {
      faults.append(
        encoding.diagnostic(
          .notAllowed(
            key: "encoding", found: encoding.value, allowed: TextEncoding.allCases.map(\.rawValue),
            nearest: nil)))
    }
    guard faults.isEmpty else { throw refusal(faults, language) }
    guard recipe.kind?.value.rawValue == kind.rawValue else {
      let (found, wanted) = (recipe.kind?.value.rawValue ?? "", kind.rawValue)
      throw ValidationError(
        zh: "--recipe：\(TextWidth.cleaned(path)) 是 \(found) 的，不是 \(wanted) 的",
        en: "--recipe: \(TextWidth.cleaned(path)) is for \(found), not \(wanted)")
    }
    return recipe
  }

  private func run(_ recipe: RecipeFile?) throws {
    let language = UsageLanguage.current
    let directory = into ?? ""
    let text: [UInt8]
    let files: [InputFile]
    let dataset: Dataset
    do {
      text = try table(language).bytes
      (files, dataset) = try Progress.reading.shown(language) { () throws(LoadFailure) in
        let files = try InputFile.readDirectory(directory)
        return (files, try DatasetLoader.load(files: files, place: directory).dataset)
      }
      if write, access(FileName.cString(directory), W_OK) != 0 {
        Console.report(
          [
            Diagnostic(
              path: directory, line: nil, column: nil,
              fault: .notWritable(reason: SystemError.last.name))
          ], language)
        throw ExitCode(74)
      }
    } catch let error as Diagnostic {
      throw refusal([error], language)
    } catch let error as LoadFailure {
      throw refusal(error.diagnostics, language)
    }
    let (plan, table, options) = try plan(text, recipe, files, dataset, directory, language)
    let after = try result(of: plan.files, files, directory, language)
    let (report, doubts) = Progress.checking.shown(language) {
      (
        ImportReport(
          plan: plan, table: table, dataset: dataset, setbacks: plan.setbacks(from: dataset, to: after),
          language: language), ImportPlan.doubts(from: dataset, to: after)
      )
    }
    try Console.write(report.mapping(file) + report.changes)
    if reading.sniff {
      try Console.write(report.options(file, kind.table ?? .projects, directory, given: given))
    }
    if let path = reading.saveRecipe {
      let text = plan.recipe(
        kind.table ?? .projects, options, delimiter: reading.delimiter, encoding: encoding)
      try OutputFile(path: path, language: language).write(text, isUTF8: true)
    }
    Console.fail(report.warnings(file, doubts: doubts))
    guard write, !plan.files.isEmpty else { return try Console.write(report.ending(isWritten: write)) }
    try replace(plan.files, since: files, language)
    try Console.write(report.ending(isWritten: true))
  }

  /// Writes the files of an import, unless one of them cannot be written or has changed since it was read.
  private func replace(_ changed: [InputFile], since files: [InputFile], _ language: Language) throws {
    do throws(Diagnostic) {
      for file in changed
      where ImportCommand.isThere(file.path) && access(FileName.cString(file.path), W_OK) != 0 {
        throw Diagnostic(
          path: file.path, line: nil, column: nil,
          fault: .notWritable(reason: SystemError.last.name))
      }
      try ImportCommand.refuseChanged(changed, since: files)
      var replacement = FileReplacement()
      try replacement.replace(changed)
    } catch {
      Console.report([error], language)
      Console.fail([ImportCommand.nothing[language]])
      throw ExitCode(74)
    }
  }

  private static func isThere(_ path: String) -> Bool { access(FileName.cString(path), F_OK) == 0 }

  /// Refuses to overwrite a file that has changed since it was read, because the change would be lost.
  private static func refuseChanged(_ written: [InputFile], since read: [InputFile]) throws(Diagnostic) {
    for file in written {
      let before = read.first { $0.path == file.path }
      let now = isThere(file.path) ? try InputFile.read(path: file.path, name: file.name) : nil
      guard now?.bytes != before?.bytes else { continue }
      throw Diagnostic(
        path: file.path, line: nil, column: nil,
        fault: .notWritable(
          reason: Name(zh: "读取之后已被改动，请重新导入", en: "it has changed since it was read; import again")))
    }
  }

  /// The maximum number of faults shown for a table; a table of another kind has one in every row.
  private static let reportedFaultLimit = 100
  private static let nothing = Name(zh: "没有写入任何内容。", en: "Nothing was written.")

  private func plan(
    _ text: [UInt8], _ recipe: RecipeFile?, _ files: [InputFile], _ dataset: Dataset, _ directory: String,
    _ language: Language
  ) throws -> (ImportPlan, TableFile, TableImport.Options) {
    do {
      let table = try TableFile(text, name: file, encoding: encoding, delimiter: reading.separator)
      var options = try reading.options()
      (options.source, options.choices) = (source, try choices())
      options.recipe = reading.recipe.flatMap { path in recipe.map { .init(path: path, $0) } }
      try addWords(to: &options.words, files)
      let plan = try Progress.computing.shown(language) {
        let kind = kind.table ?? .projects
        return try TableImport.plan(
          kind, TableImport.grid(kind, of: table, options: options, dataset: dataset), options: options,
          dataset: dataset, files: files, directory: directory)
      }
      return (plan, table, options)
    } catch let error as ImportFailure {
      Console.fail(error.faults.prefix(ImportCommand.reportedFaultLimit).map { $0.text(file, language) })
      let rest = error.faults.count - ImportCommand.reportedFaultLimit
      if rest > 0 {
        Console.fail([language == .zh ? "另有 \(rest) 处错误。" : "\(rest) more fault\(rest == 1 ? "" : "s")."])
      }
      if let names = error.leaveOut { Console.fail([TextWidth.cleaned(names[language])]) }
      Console.fail([ImportCommand.nothing[language]])
      throw ExitCode(65)
    }
  }

  /// Adds the words of the dataset and of `--words` to the built-in ones.
  private func addWords(to words: inout OfficeWords, _ files: [InputFile]) throws {
    for file in files where DatasetLoader.kind(ofFile: file.name) == "words" { try words.add(file) }
    for path in reading.words {
      let file: InputFile
      do throws(Diagnostic) {
        file = try InputFile.read(path: path, name: path)
      } catch {
        throw refusal([error], UsageLanguage.current)
      }
      try words.add(file)
    }
  }

  /// The options of the user that the table does not show.
  private var given: [(String, String)] {
    (source.map { [("--source", $0)] } ?? []) + reading.names
  }

  /// Reads the table. A slow pipe is announced by a notice; a user who types at a terminal gets none between the lines.
  private func table(_ language: Language) throws(Diagnostic) -> InputFile {
    if file == "-", isatty(STDIN_FILENO) == 1 { return try input() }
    return try Progress.reading.shown(language) { () throws(Diagnostic) in try input() }
  }

  private func input() throws(Diagnostic) -> InputFile {
    if file != "-" {
      return try InputFile.read(path: file, name: file, limit: ImportCommand.limit, links: .followed)
    }
    return try InputFile.read(descriptor: STDIN_FILENO, path: "-", limit: ImportCommand.limit)
  }

  /// Imports a table of the records of an office's month.
  private func run(_ kind: MonthTable.Kind) throws {
    let language = UsageLanguage.current
    let directory = into ?? ""
    let bytes: [UInt8]
    let files: [InputFile]
    let dataset: Dataset
    do {
      bytes = try table(language).bytes
      files = try InputFile.readDirectory(directory)
      dataset = try DatasetLoader.load(files: files, place: directory).dataset
    } catch let error as Diagnostic {
      throw refusal([error], language)
    } catch let error as LoadFailure {
      throw refusal(error.diagnostics, language)
    }
    let result: MonthTable.Result
    do throws(ImportFailure) {
      let table = try TableFile(bytes, name: file, encoding: encoding, delimiter: reading.separator)
      result = try MonthTable.plan(
        kind, table.grid(sheet: reading.sheet), dataset: dataset, files: files, directory: directory)
    } catch {
      Console.fail(error.faults.prefix(ImportCommand.reportedFaultLimit).map { $0.text(file, language) })
      Console.fail([ImportCommand.nothing[language]])
      throw ExitCode(65)
    }
    try self.result(of: result.files, files, directory, language)
    func say(_ zh: String, _ en: String) -> String { language == .zh ? zh : en }
    let columns = result.columns.map { column in
      "  \(TextWidth.cleaned(column.head))  →  \(column.field ?? say("（不用）", "(not used)"))"
    }
    let count = say(
      "\(result.changes.count) 处变化，未变 \(result.unchanged) 行",
      "\(result.changes.count) changes, \(result.unchanged) rows unchanged")
    let lines = columns + [""] + result.changes.map { TextWidth.cleaned($0[language]) } + [count]
    try Console.write(lines.map { $0 + "\n" }.joined())
    let names = result.files.map { TextWidth.cleaned($0.path) }.joined(separator: say("、", ", "))
    guard !result.files.isEmpty else { return try Console.write(say("没有变化。\n", "No changes.\n")) }
    guard write else {
      return try Console.write(say("试运行；加 --write 才写入 \(names)\n", "Dry run; --write changes \(names)\n"))
    }
    try replace(result.files, since: files, language)
    try Console.write(say("已写入 \(names)\n", "Written: \(names)\n"))
  }

  private func refusal(_ diagnostics: [Diagnostic], _ language: Language) -> ExitCode {
    Console.report(diagnostics, language)
    return ExitCode(LoadFailure(diagnostics: diagnostics).isMissing ? 66 : 65)
  }

  /// Returns the resulting dataset, loaded completely before anything is written.
  @discardableResult
  private func result(
    of changes: [InputFile], _ files: [InputFile], _ directory: String, _ language: Language
  ) throws -> Dataset {
    let changed = Set(changes.map(\.name))
    let all = files.filter { !changed.contains($0.name) } + changes
    do throws(LoadFailure) {
      return try Progress.checking.shown(language) { () throws(LoadFailure) in
        try DatasetLoader.load(files: all.sorted { $0.name < $1.name }, place: directory).dataset
      }
    } catch {
      Console.fail([
        language == .zh ? "导入后数据集将有错误，没有写入任何内容：" : "The dataset would have errors; nothing was written:"
      ])
      Console.report(error.diagnostics.filter { $0.severity == .error }, language)
      throw ExitCode(65)
    }
  }
}
