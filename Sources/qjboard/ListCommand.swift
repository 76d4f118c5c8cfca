import ArgumentParser
import Domain
import Figures
import Output

extension ListKind: ExpressibleByArgument {}

struct ListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "Print records of a kind, with where each is printed.",
    discussion: """
      Examples:
        qjboard list projects --where 'cluster=新材料 stage>=started' --sort -date
        qjboard list figures --where 'indicator~output value>=100亿元' --format json
        qjboard list targets --where 'status=behind,far-behind' --sort gap
        qjboard list projects --format csv --bom > projects.csv

      A filter is key=value, with = != < <= > >= or ~ (contains); all must hold, and values after commas are \
      alternatives. Keys and values are understood in Chinese and English; docs/list.md tells all of them.
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

  @Option(help: ArgumentHelp("At most so many records.", valueName: "count"))
  var limit: Int?

  @Option(help: ArgumentHelp("The columns of table, csv and markdown.", valueName: "key,…"))
  var columns: String?

  @Option(help: "A table for people, JSON or CSV for programs, or Markdown.")
  var format = Format.table

  @Flag(name: .customLong("json"), help: "The same as --format json.")
  var isJSON = false

  @Flag(help: "Begin CSV with a byte order mark, by which Excel knows that it is UTF-8.")
  var bom = false

  @ParentCommand var board: QJBoard
  @OptionGroup var data: DataOptions
  @OptionGroup var look: LookOptions

  mutating func validate() throws {
    if isJSON { format = .json }
    if let limit, limit < 0 {
      throw ValidationError(
        zh: "--limit \(limit) 小于零；请写 0 或更大的数。",
        en: "--limit \(limit) is less than nothing; write 0 or more.")
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
    var session = try Session(
      data: data.over(board.data), look: look.over(board.look), for: .words, isRead: false)
    let day = session.asOf ?? session.today
    if let stream = try stream(session.directory, day, session.language) {
      session.remarkOnDay(of: stream.frame.board.dataset)
      if try write(stream, session.language) { return }
      try session.read()
    } else {
      try session.read()
      session.remarkOnDay()
    }
    let list = Progress.computing.shown(session.language) {
      RecordList(kind, of: Board(session.dataset, asOf: day))
    }
    try write(list, session.language)
  }

  private func write(_ list: RecordList, _ language: Language) throws {
    var records = try understood(language) { () throws(RecordFilterFault) in
      try Progress.computing.shown(language) { () throws(RecordFilterFault) in
        try RecordSelection(
          list, filter: try filter(), order: order, limit: limit, language)
      }
    }
    var writer = try writer(list, language)
    var output = output
    while let row = records.next() {
      try writer.write(row, of: list, to: &output)
      try writer.note(scanned: records.scanned, to: &output)
    }
    try writer.end(to: &output)
    try output.finish()
    remark(on: writer, of: list.count, language)
  }

  func filter() throws(RecordFilterFault) -> RecordFilter {
    try RecordFilter(parsing: conditions.joined(separator: " "))
  }

  var order: RecordOrder { RecordOrder(parsing: sort.joined(separator: ",")) }

  func writer(_ list: RecordList, _ language: Language) throws -> RecordWriter {
    RecordWriter(
      format, fields: list.fields, columns: try chosenColumns(of: list, language), language: language,
      hasMark: bom)
  }

  var output: Output { Output(isUTF8: format == .json || bom) }

  /// Notes on standard error that no record matches, which may be a mistake.
  func remark(on writer: RecordWriter, of rows: Int, _ language: Language) {
    guard writer.count == 0, rows > 0, limit != 0 else { return }
    Console.complain(language == .zh ? "没有符合条件的记录" : "no record fits")
  }

  /// - Throws: exit code 64, after printing the fault in a filter, order or column.
  func understood<Value>(_ language: Language, _ work: () throws(RecordFilterFault) -> Value) throws -> Value
  {
    do throws(RecordFilterFault) {
      return try work()
    } catch {
      Console.complain(error.message(language))
      throw ExitCode(64)
    }
  }

  private func chosenColumns(of list: RecordList, _ language: Language) throws -> [Int] {
    guard let columns else { return format == .csv ? list.csvColumns : list.defaultColumns }
    return try understood(language) { () throws(RecordFilterFault) in
      var chosen: [Int] = []
      for word in columns.split(whereSeparator: { [",", "，", " "].contains($0) }) {
        chosen.append(try list.field(String(word)))
      }
      guard !chosen.isEmpty else { throw RecordFilterFault.unknownKey("", allowed: list.words, nearest: nil) }
      return chosen
    }
  }
}
