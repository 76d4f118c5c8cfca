import ArgumentParser
import Canvas
import Domain
import Output
import Store

extension ListKind: ExpressibleByArgument {}

struct ListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "Print the records of a kind with their sources.",
    discussion: """
      Examples:
        qjboard list projects --where 'cluster=新材料 stage>=started' --sort -date
        qjboard list figures --where 'indicator~output value>=100亿元' --format json
        qjboard list targets --where 'status=behind,far-behind' --sort schedule-ratio
        qjboard list projects --format csv --bom > projects.csv

      A filter is key=value, with = != < <= > >= or ~ (contains); all must match, and values after commas are \
      alternatives. Keys and values can be Chinese or English; docs/list.md lists them.
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case table, json, csv, markdown
  }

  @Argument(help: "What to list.")
  var kind: ListKind

  @Option(
    name: .customLong("where"), parsing: .unconditionalSingleValue,
    help: ArgumentHelp(
      "Only records for which all of these hold: 'cluster=新材料 stage=started'.", valueName: "filter"))
  var conditions: [String] = []

  @Option(
    parsing: .unconditionalSingleValue,
    help: ArgumentHelp(
      "Order by fields, the first one first; -KEY is the greatest first.", valueName: "key,…"))
  var sort: [String] = []

  @Option(help: ArgumentHelp("The largest number of records.", valueName: "count"))
  var limit: Int?

  @Option(help: ArgumentHelp("The columns of table, csv and markdown.", valueName: "key,…"))
  var columns: String?

  @Option(help: "A table for people, JSON or CSV for programs, or Markdown.")
  var format = Format.table

  @Flag(name: .customLong("json"), help: "The same as --format json.")
  var isJSON = false

  @Flag(help: "Begin CSV with a byte order mark, by which Excel recognises UTF-8.")
  var bom = false

  @ParentCommand var board: QJBoard
  @OptionGroup var data: DataOptions
  @OptionGroup var look: LookOptions

  mutating func validate() throws {
    if isJSON, ![.table, .json].contains(format) {
      throw ValidationError(
        zh: "--json 与 --format \(format.rawValue) 只能用一个。",
        en: "--json and --format \(format.rawValue) exclude each other.")
    }
    if isJSON { format = .json }
    if let limit, limit < 0 {
      throw ValidationError(
        zh: "--limit 应为 0 或更大的数。",
        en: "--limit must be 0 or more.")
    }
    if bom, format != .csv {
      throw ValidationError(zh: "--bom 只用于 --format csv。", en: "--bom is for --format csv.")
    }
    if columns != nil, format == .json {
      throw ValidationError(
        zh: "--columns 用于 table、csv 和 markdown；JSON 总有全部字段。",
        en: "--columns is for table, csv and markdown; JSON has all fields.")
    }
  }

  func run() throws {
    let session = try Session(
      data: data.over(board.data), look: look.over(board.look), for: .words, isRead: false)
    let language = session.language
    try reportingFaults(language) {
      let filter = try RecordFilter(parsing: conditions.joined(separator: " "))
      let source = try Progress.reading.shown(language) {
        try RecordSource(
          kind, filter: filter, order: order, directory: session.directory,
          asOf: session.asOf ?? session.today, load: { try Data.load(session.directory).dataset })
      }
      session.remarkOnDay(of: source.dataset)
      try write(source, language)
    }
  }

  private func write(_ source: RecordSource, _ language: Language) throws {
    let list = Progress.computing.shown(language) { source.list() }
    var writer = RecordWriter(
      format, fields: list.fields, columns: try chosenColumns(of: list), language: language, hasMark: bom)
    var output = Output(isUTF8: format == .json || bom)
    var notice: Notice? = (source.isRead ? Progress.computing : .reading).notice(language)
    var scanned = 0
    do {
      try source.parts(of: list) { part in
        var rows = try RecordSelection(
          part.list, part.condition, order: order, limit: limit.map { $0 - writer.count }, language)
        while let row = rows.next() {
          // The notice would appear among the rows, unless they go to a file.
          if notice != nil, !Screen.isFile { notice = nil }
          try writer.write(row, of: part.list, to: &output)
          try writer.note(scanned: part.start + rows.scanned, to: &output)
        }
        scanned = part.start + part.list.count
        if part.isLast {
          try writer.settle(to: &output)
        } else {
          try writer.note(scanned: scanned, to: &output)
        }
        try output.flush()
        return limit.map { writer.count < $0 } ?? true
      }
    } catch let failure as LoadFailure {
      // Incomplete output is left unterminated: it is invalid JSON, so that no program takes it for the complete list.
      try output.finish()
      throw failure
    }
    notice = nil
    try writer.end(to: &output)
    try output.finish()
    // No match may be a mistake.
    if writer.count == 0, scanned > 0, limit != 0 {
      Console.complain(language == .zh ? "没有符合条件的记录" : "no matching records")
    }
  }

  private var order: RecordOrder { RecordOrder(parsing: sort.joined(separator: ",")) }

  /// - Throws: exit code 64, after printing a fault in a filter, order or column; that of the data, after printing theirs.
  private func reportingFaults(_ language: Language, _ work: () throws -> Void) throws {
    do {
      try work()
    } catch let fault as RecordFilterFault {
      Console.complain(fault.message(language))
      throw ExitCode(64)
    } catch let failure as LoadFailure {
      throw Data.refusal(failure, language)
    }
  }

  private func chosenColumns(of list: RecordList) throws(RecordFilterFault) -> [Int] {
    guard let columns else { return format == .csv ? list.csvColumns : list.defaultColumns }
    var chosen: [Int] = []
    for word in columns.split(whereSeparator: { [",", "，", " "].contains($0) }) {
      chosen.append(try list.field(String(word)))
    }
    guard !chosen.isEmpty else { throw .unknownKey("", allowed: list.words, nearest: nil) }
    return chosen
  }
}
