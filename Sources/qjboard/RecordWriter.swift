import Glibc
import Model
import TUI

/// Writes rows of a list in the forms that `list` offers, one after the other.
struct RecordWriter {
  let list: RecordList
  /// The positions of the fields that are written.
  let columns: [Int]
  let language: Language
  /// Whether CSV begins with a byte order mark.
  let hasMark: Bool
  /// Rows that were written.
  private(set) var count = 0

  init(list: RecordList, columns: [Int], language: Language, hasMark: Bool) {
    self.list = list
    self.columns = columns
    self.language = language
    self.hasMark = hasMark
  }

  private var heads: [Sheet.Column] {
    columns.map { Sheet.Column(list.fields[$0].name[language], isNumeric: list.fields[$0].isNumeric) }
  }

  private func shown(_ row: Int) -> [String] {
    columns.map { list.value(row: row, field: $0).shown(language) }
  }

  /// The objects of an array, indented as ``JSONOutput`` indents them.
  mutating func writeJSON(_ records: inout RecordSelection, to output: inout Output) throws {
    while let row = records.next() {
      try output.write(count == 0 ? "[\n  " : ",\n  ")
      let object = list.object(row: row).text
      try output.write(
        object.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\n  "))
      count += 1
    }
    try output.write(count == 0 ? "[]\n" : "\n]\n")
  }

  mutating func writeCSV(_ records: inout RecordSelection, to output: inout Output) throws {
    if hasMark { try output.write(CSVWriter.byteOrderMark) }
    try output.write(CSVWriter.row(heads.map(\.name)))
    while let row = records.next() {
      let cells = columns.map { TextWidth.cleaned(list.value(row: row, field: $0).plain(language)) }
      try output.write(CSVWriter.row(cells))
      count += 1
    }
  }

  mutating func writeMarkdown(_ records: inout RecordSelection, to output: inout Output) throws {
    try output.write(MarkdownWriter.text(Sheet(heads)) + "\n")
    while let row = records.next() {
      try output.write(MarkdownWriter.line(shown(row).map(TextWidth.cleaned)))
      count += 1
    }
  }

  // MARK: Table

  /// The rows that the widths of a table follow from, and how many are looked at to find them.
  private static let sample = (rows: 1_000, scanned: 20_000)

  mutating func writeTable(_ records: inout RecordSelection, to output: inout Output) throws {
    var sample: [[String]] = []
    while sample.count < Self.sample.rows, records.scanned < Self.sample.scanned, let row = records.next() {
      sample.append(cells(row))
    }
    let table = TextTable(
      heads, sample: sample, limit: Screen.columns, ellipsis: charset == .utf8 ? "…" : "..")
    try output.write(table.head + "\n")
    for cells in sample { try output.write(table.line(cells) + "\n") }
    count = sample.count
    while let row = records.next() {
      try output.write(table.line(cells(row)) + "\n")
      count += 1
    }
  }

  private let charset = Charset.current

  /// Comparators in ASCII where the charset draws them in two columns.
  private func cells(_ row: Int) -> [String] {
    let cells = shown(row)
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
}
