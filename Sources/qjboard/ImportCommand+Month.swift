import ArgumentParser
import Canvas
import Domain
import Output
import Store

extension ImportCommand {
  /// Imports a table of the records of an office's month.
  func run(_ kind: MonthTable.Kind) throws {
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
      "\(result.changes.count) \(result.changes.count == 1 ? "change" : "changes"), \(result.unchanged) rows unchanged"
    )
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
}
