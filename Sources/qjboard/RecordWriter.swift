import App
import Canvas
import Domain
import Glibc
import Output

/// Writes rows in the forms that `list` offers, one after the other, as they come.
struct RecordWriter {
  let format: ListCommand.Format
  let fields: [RecordField]
  /// The positions of the fields that are written.
  let columns: [Int]
  let language: Language
  /// Whether CSV begins with a byte order mark.
  let hasMark: Bool
  private var hasBegun = false
  /// Rows that were written.
  private(set) var count = 0
  /// Rows of a table that the widths will follow from; nil once they do.
  private var sample: [[String]]? = []
  private var table: TextTable?
  private let charset = Charset.current

  init(
    _ format: ListCommand.Format, fields: [RecordField], columns: [Int], language: Language, hasMark: Bool
  ) {
    self.format = format
    self.fields = fields
    self.columns = columns
    self.language = language
    self.hasMark = hasMark
  }

  private var heads: [Sheet.Column] {
    columns.map { Sheet.Column(fields[$0].name[language], isNumeric: fields[$0].isNumeric) }
  }

  /// Writes what comes before the rows, once.
  private mutating func begin(_ output: inout Output) throws {
    guard !hasBegun else { return }
    hasBegun = true
    switch format {
    case .table, .json: break
    case .csv:
      if hasMark { try output.write(CSVWriter.byteOrderMark) }
      try output.write(CSVWriter.row(heads.map(\.name)))
    case .markdown: try output.write(MarkdownWriter.text(Sheet(heads)) + "\n")
    }
  }

  /// Writes a row of a list.
  mutating func write(_ row: Int, of list: RecordList, to output: inout Output) throws {
    try begin(&output)
    switch format {
    case .table: try writeLine(cells(row, of: list), to: &output)
    case .json:
      // The objects of an array, indented as JSONOutput indents them.
      try output.write(count == 0 ? "[\n  " : ",\n  ")
      let object = list.object(row: row).text
      try output.write(
        object.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\n  "))
    case .csv:
      let cells = columns.map { TextWidth.cleaned(list.value(row: row, field: $0).plain(language)) }
      try output.write(CSVWriter.row(cells))
    case .markdown: try output.write(MarkdownWriter.line(shown(row, of: list).map(TextWidth.cleaned)))
    }
    count += 1
  }

  /// What comes after the rows.
  mutating func end(to output: inout Output) throws {
    try begin(&output)
    switch format {
    case .table: try settle(to: &output)
    case .json: try output.write(count == 0 ? "[]\n" : "\n]\n")
    case .csv, .markdown: break
    }
  }

  private func shown(_ row: Int, of list: RecordList) -> [String] {
    columns.map { list.value(row: row, field: $0).shown(language) }
  }

  // MARK: Table

  /// How many rows the widths of a table follow from, and how many are looked at to find them.
  private static let sampled = 1_000
  private static let scanned = 20_000

  /// Says how many rows were looked at: widths that have waited long enough follow from what there is.
  mutating func note(scanned: Int, to output: inout Output) throws {
    if scanned >= Self.scanned { try settle(to: &output) }
  }

  private mutating func writeLine(_ cells: [String], to output: inout Output) throws {
    if let table { return try output.write(table.line(cells) + "\n") }
    sample?.append(cells)
    if (sample?.count ?? 0) >= Self.sampled { try settle(to: &output) }
  }

  /// Fixes the widths of a table and writes the rows that they follow from.
  mutating func settle(to output: inout Output) throws {
    guard format == .table, let sample else { return }
    let table = TextTable(
      heads, sample: sample, limit: Screen.columns, ellipsis: charset == .utf8 ? "…" : "..")
    try output.write(table.head + "\n")
    for cells in sample { try output.write(table.line(cells) + "\n") }
    self.table = table
    self.sample = nil
  }

  /// Comparators in ASCII where the charset draws them in two columns.
  private func cells(_ row: Int, of list: RecordList) -> [String] {
    let cells = shown(row, of: list)
    return charset == .chinese ? cells.map(Substitution.spelledOut) : cells
  }
}

/// The screen that standard output is.
enum Screen {
  /// Its width; nil when standard output is no terminal, where nothing has to fit.
  static var columns: Int? {
    guard isatty(STDOUT_FILENO) == 1 else { return nil }
    var size = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
    return Int(size.ws_col)
  }

  /// Whether what is written goes to a file, and not to somebody who reads it now.
  static var isFile: Bool {
    var status = stat()
    return fstat(STDOUT_FILENO, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
  }
}
