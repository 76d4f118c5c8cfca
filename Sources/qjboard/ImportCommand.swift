import App
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
        qjboard import projects table.csv --into DIR --interactive
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

  @Flag(
    help:
      "Show the table and its mapping on the terminal, to correct columns, units and rows by keys before anything is written."
  )
  var interactive = false

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
    // A restricted session refuses the command as such.
    if interactive, !Restriction.isAsked { try checkInteractive() }
  }

  /// Refuses a screen where nobody can use it, in one line.
  private func checkInteractive() throws {
    if kind.table == nil {
      throw ValidationError(
        zh: "--interactive 只用于 projects 和 observations。",
        en: "--interactive is for projects and observations only.")
    }
    if write {
      throw ValidationError(
        zh: "--interactive 写入前会询问；不要加 --write。", en: "--interactive asks before it writes; leave out --write."
      )
    }
    if file == "-" {
      throw ValidationError(
        zh: "--interactive 从终端读取按键；表须是文件，不能是标准输入。",
        en: "--interactive reads keys from the terminal; the table must be a file, not standard input.")
    }
    guard isatty(STDIN_FILENO) != 0, isatty(STDOUT_FILENO) != 0,
      getenv("TERM").map({ String(cString: $0) }) != "dumb"
    else {
      throw ValidationError(
        zh: "--interactive 需要终端；不加它则打印同样的对应关系和变化。",
        en: "--interactive needs a terminal; without it the same mapping and changes are printed.")
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
    let table = try self.table(text, language)
    var options = try options(recipe, files)
    var command = self
    if interactive {
      let isLeft = try !correct(table, &options, dataset, files, directory, language)
      guard !isLeft else { return }
      command.write = true
    }
    try command.put(table, options, files, dataset, directory, language)
  }

  /// Shows the table on a screen for corrections.
  ///
  /// - Returns: whether the user asked to write; otherwise the command that carries on is printed.
  private func correct(
    _ table: TableFile, _ options: inout TableImport.Options, _ dataset: Dataset, _ files: [InputFile],
    _ directory: String, _ language: Language
  ) throws -> Bool {
    let input = TableInput(
      kind.table ?? .projects, path: file, table, dataset: dataset, files: files, directory: directory)
    var given = reading.words.map { ("--words", $0) }
    if let recipe = reading.recipe { given.append(("--recipe", recipe)) }
    var screen = ImportScreen(
      input: input, options: options,
      given: ImportState.Given(
        directory: directory, options: given, delimiter: reading.delimiter, encoding: encoding,
        recipe: reading.saveRecipe), board: board, language: language)
    let state = try screen.run()
    options = state.options
    if state.ending == .write { return true }
    Console.fail([ImportCommand.nothing[language]])
    if state.isCorrected { try Console.write("\(state.command)\n") }
    return false
  }

  /// Prints what changes, and writes it if the user said so.
  private func put(
    _ table: TableFile, _ options: TableImport.Options, _ files: [InputFile], _ dataset: Dataset,
    _ directory: String, _ language: Language
  ) throws {
    let plan = try plan(table, options, files, dataset, directory, language)
    let after = try result(of: plan.files, files, directory, language)
    let encoding: TextEncoding? = if case .text(_, let found) = table { found } else { nil }
    let (report, doubts) = Progress.checking.shown(language) {
      (
        ImportReport(
          plan: plan, encoding: encoding, dataset: dataset, setbacks: plan.setbacks(from: dataset, to: after),
          language: language), ImportPlan.doubts(from: dataset, to: after)
      )
    }
    try Console.write(report.mapping(file) + report.changes)
    if reading.sniff {
      try Console.write(report.options(file, kind.table ?? .projects, directory, given: given(options)))
    }
    if let path = reading.saveRecipe {
      let text = plan.recipe(
        kind.table ?? .projects, options, delimiter: reading.delimiter, encoding: self.encoding)
      try OutputFile(path: path, language: language).write(text, isUTF8: true)
    }
    Console.fail(report.warnings(file, doubts: doubts))
    guard write, !plan.files.isEmpty else { return try Console.write(report.ending(isWritten: write)) }
    try replace(plan.files, since: files, language)
    try Console.write(report.ending(isWritten: true))
  }

  /// The maximum number of faults shown for a table; a table of another kind has one in every row.
  static let reportedFaultLimit = 100
  static let nothing = Name(zh: "没有写入任何内容。", en: "Nothing was written.")

  private func table(_ text: [UInt8], _ language: Language) throws -> TableFile {
    do throws(ImportFailure) {
      return try TableFile(text, name: file, encoding: encoding, delimiter: reading.separator)
    } catch {
      throw refusal(error, language)
    }
  }

  /// Returns how the command line and the recipe say to read the table.
  private func options(_ recipe: RecipeFile?, _ files: [InputFile]) throws -> TableImport.Options {
    var options = try reading.options()
    (options.source, options.choices) = (source, try choices())
    options.recipe = reading.recipe.flatMap { path in recipe.map { .init(path: path, $0) } }
    do {
      try addWords(to: &options.words, files)
    } catch let error as ImportFailure {
      throw refusal(error, UsageLanguage.current)
    }
    return options
  }

  private func plan(
    _ table: TableFile, _ options: TableImport.Options, _ files: [InputFile], _ dataset: Dataset,
    _ directory: String, _ language: Language
  ) throws -> ImportPlan {
    do {
      return try Progress.computing.shown(language) {
        let kind = kind.table ?? .projects
        return try TableImport.plan(
          kind, TableImport.grid(kind, of: table, options: options, dataset: dataset), options: options,
          dataset: dataset, files: files, directory: directory)
      }
    } catch let error as ImportFailure {
      throw refusal(error, language)
    }
  }

  /// Prints the faults of the table.
  ///
  /// - Returns: the exit code.
  func refusal(_ failure: ImportFailure, _ language: Language) -> ExitCode {
    Console.fail(failure.faults.prefix(ImportCommand.reportedFaultLimit).map { $0.text(file, language) })
    let rest = failure.faults.count - ImportCommand.reportedFaultLimit
    if rest > 0 {
      Console.fail([language == .zh ? "另有 \(rest) 处错误。" : "\(rest) more fault\(rest == 1 ? "" : "s")."])
    }
    if let names = failure.leaveOut { Console.fail([TextWidth.cleaned(names[language])]) }
    Console.fail([ImportCommand.nothing[language]])
    return ExitCode(65)
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
  private func given(_ options: TableImport.Options) -> [(String, String)] {
    let single = [("--source", options.source), ("--scope", options.scope), ("--state", options.state)]
    return single.compactMap { name, value in value.map { (name, $0) } } + options.names
      + reading.words.map { ("--words", $0) }
  }

  /// Reads the table. A slow pipe is announced by a notice; a user who types at a terminal gets none between the lines.
  func table(_ language: Language) throws(Diagnostic) -> InputFile {
    if file == "-", isatty(STDIN_FILENO) == 1 { return try input() }
    return try Progress.reading.shown(language) { () throws(Diagnostic) in try input() }
  }

  func input() throws(Diagnostic) -> InputFile {
    if file != "-" {
      return try InputFile.read(path: file, name: file, limit: ImportCommand.limit, links: .followed)
    }
    return try InputFile.read(descriptor: STDIN_FILENO, path: "-", limit: ImportCommand.limit)
  }

  func refusal(_ diagnostics: [Diagnostic], _ language: Language) -> ExitCode {
    Console.report(diagnostics, language)
    return ExitCode(LoadFailure(diagnostics: diagnostics).isMissing ? 66 : 65)
  }

  /// Returns the resulting dataset, loaded completely before anything is written.
  @discardableResult
  func result(
    of changes: [InputFile], _ files: [InputFile], _ directory: String, _ language: Language
  ) throws -> Dataset {
    do throws(LoadFailure) {
      return try Progress.checking.shown(language) { () throws(LoadFailure) in
        try ImportOutcome.load(changes, over: files, directory: directory)
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
