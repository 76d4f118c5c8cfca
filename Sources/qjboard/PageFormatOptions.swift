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

  /// The format, `--json` included.
  var chosen: Format { isJSON ? .json : format }
}
