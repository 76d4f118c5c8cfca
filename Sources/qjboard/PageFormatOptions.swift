import ArgumentParser

/// The format options of commands that print a page.
struct PageFormatOptions: ParsableArguments {
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, markdown, json
  }

  @Option(help: "Lines of text, Markdown or JSON.")
  var format = Format.text

  @Flag(name: .customLong("json"), help: "The same as --format json.")
  var isJSON = false

  func validate() throws {
    guard isJSON, format == .markdown else { return }
    throw ValidationError(
      zh: "--json 与 --format markdown 只能用一个。", en: "--json and --format markdown exclude each other.")
  }

  /// The format, `--json` included.
  var chosen: Format { isJSON ? .json : format }
}
