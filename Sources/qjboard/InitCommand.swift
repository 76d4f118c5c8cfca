import ArgumentParser
import Canvas
import Domain
import Glibc
import Output
import Store

extension NewDataset.Languages: ExpressibleByArgument {}

struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Make a new dataset: all files, valid, with an example of each kind of record.",
    discussion: """
      Examples:
        qjboard init DIR
        qjboard init DIR --name 江城区 --years 2021-2025
        qjboard init DIR --name 江城区 --clusters 装备制造业,电子信息业
        qjboard init DIR --lang en --name Riverton --clusters Equipment,Food

      Without --name it asks, on a terminal. DIR must be new or empty; it appears with all its files, or not at all. See docs/own-district.md.
      Exit codes: 0 done; 64 usage, also for a directory that is not empty; 74 write failed.
      """)

  @Argument(help: ArgumentHelp("The directory, new or empty.", valueName: "dir"), completion: .directory)
  var directory: String

  @Option(help: "The name of the district.")
  var name: String?

  @Option(
    help: "The language of the names: zh, en or both (default: that of the given names, else of --lang).")
  var names: NewDataset.Languages?

  @Option(
    help: ArgumentHelp(
      "The years of the plan (default: the five-year plan of today).", valueName: "first-last"))
  var years: String?

  @Option(help: "The name of the classification of industry, such as 五大产业.")
  var classification: String?

  @Option(help: ArgumentHelp("The clusters of the classification.", valueName: "name,…"))
  var clusters: String?

  @Option(name: .customLong("lang"), help: "The language: auto, which takes it from the locale, zh or en.")
  var language: LookOptions.LanguageChoice?

  func validate() throws {
    _ = try years.map(InitAnswer.years)
    for (option, text) in [("--name", name), ("--classification", classification)] {
      if let text { _ = try InitAnswer.text(text, option) }
    }
    if let clusters { _ = try InitAnswer.list(clusters) }
  }

  func run() throws {
    let language = UsageLanguage.current
    let place = NewDirectory(path: directory)
    do throws(NewDirectory.Refusal) { try place.check() } catch { throw refusal(error, language) }
    let dataset = try dataset(language)
    let files = dataset.files
    do throws(LoadFailure) {
      _ = try DatasetLoader.load(files: files.filter { $0.name.hasSuffix(".json") }, place: directory)
    } catch {
      Console.report(error.diagnostics, language)
      throw ExitCode(70)
    }
    do throws(NewDirectory.Refusal) { try place.create(files) } catch { throw refusal(error, language) }
    let shown = ShellWord.quoted(directory)
    try Console.write(
      language == .zh
        ? "已生成 \(directory)（\(files.count)个文件）。\n\n  qjboard --data \(shown)      查看\n  qjboard check \(shown)       检查\n\n下一步见 \(directory)/README.md。\n"
        : "Made \(directory) (\(files.count) files).\n\n  qjboard --data \(shown)      look at it\n  qjboard check \(shown)       check it\n\nNext: \(directory)/README.md.\n"
    )
  }

  /// Asks for what no option says, on a terminal.
  private func dataset(_ language: Language) throws -> NewDataset {
    let usual = NewDataset.usualYears(on: Clock.today)
    var questions = InitQuestions(language: language)
    guard name != nil || questions.isPossible else {
      throw ValidationError(
        zh: "没有终端可以询问；请用 --name 写明地区名称。",
        en: "there is no terminal to ask on; give the name of the district with --name.")
    }
    let isAsked = name == nil
    let name =
      try name ?? questions.ask(.init(zh: "地区名称（如 江城区）", en: "Name of the district"), InitAnswer.name)
    let usualNames = usualLanguage(name, language)
    let names =
      try names
      ?? (isAsked
        ? questions.ask(
          .init(zh: "名称的语言：zh、en 或 both", en: "Language of names: zh, en or both"),
          usual: usualNames.rawValue, InitAnswer.languages)
        : usualNames)
    let years =
      try years.map(InitAnswer.years)
      ?? (isAsked
        ? questions.ask(
          .init(zh: "规划的起止年", en: "First and last year of the plan"),
          usual: "\(usual.lowerBound)-\(usual.upperBound)", InitAnswer.years)
        : usual)
    let classification =
      try classification
      ?? (isAsked
        ? questions.ask(
          .init(zh: "产业分类的名称", en: "Name of the classification of industry"),
          usual: names == .en ? "Leading industries" : "主导产业", InitAnswer.name) : nil)
    let clusters =
      try clusters.map(InitAnswer.list)
      ?? (isAsked
        ? questions.ask(
          .init(zh: "其中的产业，用逗号分开", en: "Its clusters, separated by commas"),
          usual: names == .en ? "Example industry" : "示例产业", InitAnswer.list) : [])
    return NewDataset(
      name: name, languages: names, years: years, classification: classification, clusters: clusters,
      today: Clock.today)
  }

  /// Chinese where a given name is; otherwise the language of the command.
  private func usualLanguage(_ name: String, _ language: Language) -> NewDataset.Languages {
    let given = [name, classification ?? "", clusters ?? ""].joined()
    let isChinese = given.unicodeScalars.contains { $0.properties.isIdeographic }
    return isChinese || language == .zh ? .zh : .en
  }

  private func refusal(_ refusal: NewDirectory.Refusal, _ language: Language) -> any Error {
    switch refusal {
    case .exists:
      return ValidationError(
        zh: "\(directory) 已存在且不空，没有写入任何内容；请用新的目录名。",
        en: "\(directory) exists and is not empty; nothing was written. Use the name of a new directory.")
    case .notNamed:
      return ValidationError(
        zh: "“\(directory)”不能用作新目录；请写一个新的目录名，如 jiangcheng。",
        en: "'\(directory)' cannot be a new directory; give a new name, such as jiangcheng.")
    case .failed(let error):
      Console.complain(
        language == .zh
          ? "无法建立 \(directory)：\(error.name.zh)；没有写入任何内容，请检查上级目录是否存在、可写"
          : "cannot make \(directory): \(error.name.en); nothing was written: its parent must exist and be writable"
      )
      return ExitCode(74)
    }
  }
}
