import ArgumentParser
import Model
import TUI

struct DataOptions: ParsableArguments {
  @Option(name: .long, help: ArgumentHelp("The directory of the dataset.", valueName: "dir"))
  var data: String?

  @Option(
    name: .customLong("as-of"),
    help: ArgumentHelp("Show what was known on a day: 2021-12-31, 2021-12 or 2021.", valueName: "date"))
  var asOf: String?

  func validate() throws {
    guard let asOf else { return }
    guard let date = PartialDate(asOf), [.day, .month, .year].contains(date.precision) else {
      throw ValidationError("'\(TextWidth.cleaned(asOf))' is no date; write 2021-12-31, 2021-12 or 2021.")
    }
  }

  /// These options, and those of the command before where they say nothing: `qjboard --data DIR show overview`.
  func over(_ parent: DataOptions) -> DataOptions {
    var merged = self
    merged.data = data ?? parent.data
    merged.asOf = asOf ?? parent.asOf
    return merged
  }

  /// The last day that the date can mean.
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

  @Option(help: "The colours: \(Theme.all.map(\.name).joined(separator: ", ")).")
  var theme: String?

  @Option(name: .customLong("color"), help: "Whether to use colour: auto, always or never.")
  var colour: ColourChoice?

  /// These options, and those of the command before where they say nothing.
  func over(_ parent: LookOptions) -> LookOptions {
    var merged = self
    merged.language = language ?? parent.language
    merged.theme = theme ?? parent.theme
    merged.colour = colour ?? parent.colour
    return merged
  }

  func validate() throws {
    guard let theme, !Theme.all.contains(where: { $0.name == theme }) else { return }
    let names = Theme.all.map(\.name)
    let nearest = Spelling.nearest(to: theme, among: names).map { " Did you mean '\($0)'?" } ?? ""
    throw ValidationError(
      "no theme '\(TextWidth.cleaned(theme))'; there are \(names.joined(separator: ", ")).\(nearest)")
  }
}
