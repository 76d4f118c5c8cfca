import ArgumentParser
import Canvas
import Domain
import Store

struct DataOptions: ParsableArguments {
  @Option(
    name: .long, help: ArgumentHelp("The directory of the dataset.", valueName: "dir"),
    completion: .directory)
  var data: String?

  @Option(
    name: .customLong("as-of"),
    help: ArgumentHelp("Look back to a day: 2021-12-31, 2021-12 or 2021.", valueName: "date"))
  var asOf: String?

  func validate() throws {
    guard let asOf else { return }
    guard PartialDate(calendar: asOf) != nil else {
      throw ValidationError(
        zh: "--as-of：“\(TextWidth.cleaned(asOf))”不是日期；请写 2021-12-31、2021-12 或 2021。",
        en: "--as-of: '\(TextWidth.cleaned(asOf))' is not a date; write 2021-12-31, 2021-12 or 2021.")
    }
  }

  /// Returns these options, with missing ones from the parent command: `qjboard --data DIR show overview`.
  func over(_ parent: DataOptions) -> DataOptions {
    var merged = self
    merged.data = data ?? parent.data
    merged.asOf = asOf ?? parent.asOf
    return merged
  }

  /// The last day that the date can mean; nil without a date.
  var day: Day? { asOf.flatMap { PartialDate($0)?.latest } }
}

extension Settings.LanguageChoice: ExpressibleByArgument {}
extension Settings.ColourChoice: ExpressibleByArgument {}
extension Settings.AmbiguousWidth: ExpressibleByArgument {}

struct LookOptions: ParsableArguments {
  typealias LanguageChoice = Settings.LanguageChoice
  typealias ColourChoice = Settings.ColourChoice

  @Option(name: .customLong("lang"), help: "The language: auto, which takes it from the locale, zh or en.")
  var language: LanguageChoice?

  @Option(
    help: "The colours: auto, \(Theme.all.map(\.name).joined(separator: ", ")), or a theme of your own.",
    completion: .list([Settings.automaticTheme] + Theme.all.map(\.name)))
  var theme: String?

  @Option(name: .customLong("color"), help: "Whether to use colour: auto, always or never.")
  var colour: ColourChoice?

  @Option(
    name: .customLong("ambiguous-width"),
    help: "The width of lines, quotation marks and signs in the terminal: narrow or wide; see qjboard doctor."
  )
  var ambiguousWidth: Settings.AmbiguousWidth?

  /// Returns these options, with missing ones from the parent command.
  func over(_ parent: LookOptions) -> LookOptions {
    var merged = self
    merged.language = language ?? parent.language
    merged.theme = theme ?? parent.theme
    merged.colour = colour ?? parent.colour
    merged.ambiguousWidth = ambiguousWidth ?? parent.ambiguousWidth
    return merged
  }
}
