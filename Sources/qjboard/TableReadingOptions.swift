import ArgumentParser
import Canvas
import Domain
import Output
import Store

/// The options that say how a table is read, where the guess is wrong or the table does not print it.
struct TableReadingOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("The delimiter: comma, semicolon, tab or the character.", valueName: "character"))
  var delimiter: String?

  @Option(help: ArgumentHelp("The sheet of a workbook; otherwise the only one that fits.", valueName: "name"))
  var sheet: String?

  @Option(
    help: ArgumentHelp("The rows of the head, as a spreadsheet numbers them: 3 or 3-4.", valueName: "rows"))
  var head: String?

  @Option(
    help: ArgumentHelp(
      "What rows are: data, total, part, section, note, title, unit or blank.", valueName: "row=label,…"))
  var label: String?

  @Option(help: ArgumentHelp("The unit of a column: 总投资=万元.", valueName: "column=unit,…"))
  var unit: String?

  @Option(help: ArgumentHelp("The columns whose blank cells continue the one above.", valueName: "column,…"))
  var fill: String?

  @Option(help: ArgumentHelp("The year or month of a table that prints none: 2024-05.", valueName: "period"))
  var period: String?

  @Option(help: ArgumentHelp("The plan of targets: its id or name.", valueName: "plan"))
  var plan: String?

  @Option(help: ArgumentHelp("The indicator of a table about one: its id or name.", valueName: "indicator"))
  var indicator: String?

  @Option(help: ArgumentHelp("The scope of figures that have no other: its id or name.", valueName: "scope"))
  var scope: String?

  @Option(help: ArgumentHelp("The state of projects that have no other: 在建, 前期.", valueName: "state"))
  var state: String?

  @Option(
    help: ArgumentHelp("The project that a name in the table means; repeatable.", valueName: "name=project"))
  var same: [String] = []

  @Option(
    help: ArgumentHelp("A new project whose name is nearly that of another; repeatable.", valueName: "name"))
  var new: [String] = []

  @Option(
    help: ArgumentHelp(
      "A name that the dataset does not have: a park or cluster of projects, a row of observations; repeatable.",
      valueName: "name")
  )
  var leaveOut: [String] = []

  @Option(
    help: ArgumentHelp(
      "More words of heads and states; repeatable (qjboard schema words).", valueName: "file.json"),
    completion: .file(extensions: ["json"]))
  var words: [String] = []

  @Option(
    help: ArgumentHelp(
      "A recipe, which --save-recipe wrote; options replace what it says (qjboard schema recipe).",
      valueName: "file.json"),
    completion: .file(extensions: ["json"]))
  var recipe: String?

  @Option(
    help: ArgumentHelp("Write how the table was read, for the next one of its kind.", valueName: "file.json"),
    completion: .file(extensions: ["json"]))
  var saveRecipe: String?

  @Flag(help: "Also print the options that repeat the guess.")
  var sniff = false

  /// Takes from a recipe what the user does not say.
  mutating func take(_ recipe: RecipeFile) {
    sheet = sheet ?? recipe.sheet?.value
    delimiter = delimiter ?? recipe.delimiter?.value
    plan = plan ?? recipe.plan?.value
    indicator = indicator ?? recipe.indicator?.value
    scope = scope ?? recipe.scope?.value
    state = state ?? recipe.state?.value
    leaveOut += recipe.leftOut.map(\.value)
    let named = Set(same.compactMap { OptionList.pair($0)?.0 })
    same += recipe.same.filter { !named.contains($0.name.value) }.map {
      OptionList.pair($0.name.value, $0.value.value)
    }
    fill =
      fill
      ?? (recipe.filled.isEmpty
        ? nil : recipe.filled.map { OptionList.quoted($0.value) }.joined(separator: ","))
  }

  /// The delimiter; nil to find it.
  var separator: Character? {
    guard let delimiter else { return nil }
    return ["comma": ",", "semicolon": ";", "tab": "\t", "\\t": "\t"][delimiter] ?? delimiter.first
  }

  func options() throws -> TableImport.Options {
    var options = TableImport.Options()
    options.head = try head.map(rows)
    options.sheet = sheet
    options.units = try TableReadingOptions.pairs(unit, "--unit", "列名=单位", "column=unit")
    options.filled = OptionList.elements(fill ?? "").map(OptionList.unquoted)
    (options.period, options.plan, options.indicator, options.scope) = (period, plan, indicator, scope)
    options.same = try same.flatMap { try TableReadingOptions.pairs($0, "--same", "名称=项目", "name=project") }
    options.state = state
    options.new = Set(new)
    options.leftOut = Set(leaveOut)
    for (row, word) in try TableReadingOptions.pairs(label, "--label", "行号=标签", "row=label") {
      guard let label = LineLabel(rawValue: word), label != .head, let range = try? rows(row) else {
        let all = LineLabel.allCases.filter { $0 != .head }.map(\.rawValue).joined(separator: ", ")
        throw ValidationError(
          zh: "--label：“\(TextWidth.cleaned(row))=\(TextWidth.cleaned(word))”；标签可用：\(all)；表头用 --head",
          en:
            "--label: '\(TextWidth.cleaned(row))=\(TextWidth.cleaned(word))'; the labels are \(all); for the head use --head"
        )
      }
      for number in range { options.labels[number] = label }
    }
    if let delimiter, separator?.isASCII != true || delimiter.count > 1 && separator == delimiter.first {
      throw ValidationError(
        zh: "--delimiter：应为 comma、semicolon、tab 或一个字符。",
        en: "--delimiter must be comma, semicolon, tab or one character.")
    }
    return options
  }

  private func rows(_ text: String) throws -> ClosedRange<Int> {
    let numbers = text.split(separator: "-").map { Int($0) }
    guard let first = numbers.first ?? nil, let last = numbers.last ?? nil, numbers.count <= 2, first >= 1,
      first <= last, last - first < 100_000
    else {
      throw ValidationError(
        zh: "“\(TextWidth.cleaned(text))”应为行号，如 3 或 3-4。",
        en: "'\(TextWidth.cleaned(text))' is not a row number such as 3 or 3-4.")
    }
    return first...last
  }

  /// Splits `a=b,c=d`.
  static func pairs(_ text: String?, _ option: String, _ zh: String, _ en: String) throws -> [(
    String, String
  )] {
    try OptionList.elements(text ?? "").map { element in
      guard let pair = OptionList.pair(element) else {
        let cleaned = TextWidth.cleaned(element)
        throw ValidationError(
          zh: "\(option) 中的“\(cleaned)”不是 \(zh)。", en: "'\(cleaned)' in \(option) is not \(en).")
      }
      return pair
    }
  }
}
