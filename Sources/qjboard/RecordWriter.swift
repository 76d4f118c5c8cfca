import App
import Canvas
import Domain
import Glibc
import Output

/// Writes rows one by one in the formats of `list`.
struct RecordWriter {
  let format: ListCommand.Format
  let fields: [RecordField]
  /// The indices of the written fields.
  let columns: [Int]
  let language: Language
  /// Whether CSV output begins with a byte order mark.
  let hasMark: Bool
  private var hasBegun = false
  /// The number of rows written.
  private(set) var count = 0
  /// The rows from which the column widths of a table will be computed; nil once they are.
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
    columns.map { Sheet.Column(fields[$0], language) }
  }

  /// Writes the part before the rows, once.
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
      // The objects of an array, indented as in JSONOutput.
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

  /// Writes the part after the rows.
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

  /// The number of rows from which table widths are computed; `scanned` limits the rows read to find them.
  private static let sampled = 1_000
  private static let scanned = 20_000

  /// Notes how many rows were scanned: after enough of them, the widths are computed from the rows so far.
  mutating func note(scanned: Int, to output: inout Output) throws {
    if scanned >= Self.scanned { try settle(to: &output) }
  }

  private mutating func writeLine(_ cells: [String], to output: inout Output) throws {
    if let table { return try output.write(table.line(cells) + "\n") }
    sample?.append(cells)
    if (sample?.count ?? 0) >= Self.sampled { try settle(to: &output) }
  }

  /// Fixes the widths of a table and writes the rows that they were computed from.
  mutating func settle(to output: inout Output) throws {
    guard format == .table, let sample else { return }
    let table = TextTable(
      heads, sample: sample, limit: Screen.columns, ellipsis: charset == .utf8 ? "…" : "..")
    try output.write(table.head + "\n")
    for cells in sample { try output.write(table.line(cells) + "\n") }
    self.table = table
    self.sample = nil
  }

  /// Returns the cells, with comparison signs in ASCII if the charset draws them two columns wide.
  private func cells(_ row: Int, of list: RecordList) -> [String] {
    let cells = shown(row, of: list)
    return charset == .chinese ? cells.map(Substitution.spelledOut) : cells
  }
}

/// Properties of the screen on standard output.
enum Screen {
  /// The width in columns; nil if standard output is not a terminal, so that nothing has to fit.
  static var columns: Int? {
    guard isatty(STDOUT_FILENO) == 1 else { return nil }
    var size = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
    return Int(size.ws_col)
  }

  /// Whether the output goes to a file rather than to a waiting reader.
  static var isFile: Bool {
    var status = stat()
    return fstat(STDOUT_FILENO, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
  }
}
