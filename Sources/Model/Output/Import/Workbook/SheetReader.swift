import Domain
import Glibc

/// Makes a grid of the cells of a sheet while its XML is parsed.
final class SheetReader: XMLHandler {
  /// The bytes of all cells; one shared text can be in many.
  private static let sizeLimit = 512 << 20
  private static let mergeLimit = 100_000

  private enum Kind { case number, shared, inline, formula, logical, error, date }

  private let texts: SharedTexts
  private let formats: [NumberFormat]
  private let numbers: CellNumber
  var failure: ImportFailure?
  private(set) var grid: Grid
  private var merges: [Grid.MergedRange] = []
  private var hiddenRows: [ClosedRange<Int>] = []
  private var hiddenColumns: [ClosedRange<Int>] = []

  // The row and cell that are being read.
  private var row = 0
  private var isRowHidden = false
  private var column = -1
  private var kind = Kind.number
  private var style = 0
  private var hasFormula = false
  private var cell: [UInt8] = []
  private var isInValue = false
  private var isPhonetic = false
  private var isInData = false

  init(name: String, texts: SharedTexts, formats: [NumberFormat], numbers: CellNumber) {
    (self.texts, self.formats, self.numbers) = (texts, formats, numbers)
    grid = Grid()
    grid.sheet = name
  }

  /// The grid with its merged cells, and what is hidden as remarks.
  func finished() -> Grid {
    grid.merged = merges.compactMap {
      grid.rows(numbered: $0.rows).map { [columns = $0.columns] rows in
        Grid.MergedRange(rows: rows, columns: columns)
      }
    }
    return grid
  }

  // MARK: Events

  func start(_ name: XMLName, _ attributes: XMLAttributes) {
    switch name {
    case "c": startCell(attributes)
    case "v": isInValue = kind != .inline
    case "t": isInValue = kind == .inline && !isPhonetic
    case "f": hasFormula = true
    case "rPh": isPhonetic = true
    case "row": startRow(attributes)
    case "sheetData": isInData = true
    case "mergeCell": addMerge(attributes)
    case "col": addColumn(attributes)
    default: break
    }
  }

  func end(_ name: XMLName) {
    switch name {
    case "c": endCell()
    case "v", "t": isInValue = false
    case "rPh": isPhonetic = false
    case "row": endRow()
    case "sheetData": isInData = false
    default: break
    }
  }

  func text(_ bytes: UnsafeRawBufferPointer) {
    guard isInValue else { return }
    guard cell.count + bytes.count <= CSVReader.cellLimit else {
      failure = ImportFailure(
        Name(
          zh: "一格超过\(CSVReader.cellLimit)字节", en: "a cell of more than \(CSVReader.cellLimit) bytes"),
        line: row)
      return
    }
    cell.append(contentsOf: bytes)
  }

  // MARK: Rows

  private func startRow(_ attributes: XMLAttributes) {
    guard isInData else { return }
    let number = attributes.value("r").map { Int(atol($0)) } ?? row + 1
    guard number > row, number <= 1_048_576 else {
      failure = ZipArchive.damaged(grid.sheet ?? "")
      return
    }
    row = number
    column = -1
    isRowHidden = attributes.isSet("hidden")
  }

  private func endRow() {
    guard isInData, grid.pendingCount > 0 else { return }
    guard grid.count < CSVReader.rowLimit else {
      failure = CSVReader.tooLarge(line: row)
      return
    }
    grid.endRow(number: row, line: row)
    guard isRowHidden else { return }
    if let last = hiddenRows.last, last.upperBound == row - 1 {
      hiddenRows[hiddenRows.count - 1] = last.lowerBound...row
    } else {
      hiddenRows.append(row...row)
    }
  }

  // MARK: Cells

  private func startCell(_ attributes: XMLAttributes) {
    guard isInData else { return }
    let next = attributes.value("r").map(SheetReader.column) ?? column + 1
    guard next > column, next < 16_384 else {
      failure = ZipArchive.damaged(grid.sheet ?? "")
      return
    }
    column = next
    style = attributes.value("s").map { Int(atol($0)) } ?? 0
    kind = attributes["t"].map(SheetReader.kind) ?? .number
    hasFormula = false
    cell.removeAll(keepingCapacity: true)
  }

  private static func kind(_ type: String) -> Kind {
    switch type {
    case "s": .shared
    case "inlineStr": .inline
    case "str": .formula
    case "b": .logical
    case "e": .error
    case "d": .date
    default: .number
    }
  }

  /// Returns the column of a name such as `B7`, from 0; -1 when it is none.
  private static func column(_ name: UnsafePointer<CChar>) -> Int {
    var (number, next) = (0, name)
    while (0x41...0x5A).contains(next.pointee), number < 100_000 {
      number = number * 26 + Int(next.pointee) - 0x40
      next += 1
    }
    return number - 1
  }

  private func endCell() {
    guard isInData, failure == nil else { return }
    var fault: CellFault?
    if cell.isEmpty, hasFormula, kind != .formula, kind != .inline {
      fault = CellFault(
        zh: "公式没有保存结果；请用 Excel 或 WPS 打开、保存后再导入",
        en: "the formula has no stored result; open the workbook in Excel or WPS, save it and import again")
    } else {
      do throws(CellFault) { try convert() } catch { fault = error }
    }
    guard !cell.isEmpty || fault != nil else { return }
    while grid.pendingCount < column, grid.cellCount < CSVReader.totalLimit {
      grid.append(UnsafeRawBufferPointer(start: nil, count: 0))
    }
    guard column < CSVReader.columnLimit, grid.cellCount < CSVReader.totalLimit,
      grid.size + cell.count <= SheetReader.sizeLimit
    else {
      failure = CSVReader.tooLarge(line: row)
      return
    }
    cell.withUnsafeBytes { grid.append($0) }
    if let fault { grid.markLast(fault) }
  }

  /// Replaces the stored text of a cell by the one that it shows.
  private func convert() throws(CellFault) {
    switch kind {
    case .number:
      let format = formats.indices.contains(style) ? formats[style] : NumberFormat()
      if format == NumberFormat(), SheetReader.isPlain(cell) || cell.isEmpty { return }
      guard !cell.isEmpty else { return }
      let raw = String(decoding: cell, as: UTF8.self)
      cell = Array(try numbers.text(raw, format).utf8)
    case .shared:
      let number = Int(String(decoding: cell, as: UTF8.self)) ?? -1
      cell.removeAll(keepingCapacity: true)
      guard texts.append(number, to: &cell) else {
        failure = ZipArchive.damaged("sharedStrings.xml")
        return
      }
      unescape()
    case .inline, .formula: unescape()
    case .logical: cell = Array((cell == [0x31] ? "TRUE" : "FALSE").utf8)
    case .date: cell = Array(cell.prefix { $0 != 0x54 })
    case .error:
      let text = String(decoding: cell, as: UTF8.self)
      throw CellFault(
        zh: "是错误值 \(text)；请在工作簿中改正公式，或删去此格",
        en: "holds the error \(text); correct its formula or clear the cell")
    }
  }

  /// Whether digits are few enough to be exact, with a sign and a point at most.
  private static func isPlain(_ bytes: [UInt8]) -> Bool {
    bytes.count <= 15
      && bytes.allSatisfy { (0x30...0x39).contains($0) || $0 == 0x2E || $0 == 0x2D }
  }

  /// Replaces `_x000D_`, by which workbooks write characters that XML cannot.
  private func unescape() {
    guard cell.contains(0x5F), let first = cell.firstIndex(of: 0x5F) else { return }
    var result = Array(cell[..<first])
    var next = first
    while next < cell.count {
      if cell[next] == 0x5F, next + 7 <= cell.count, cell[next + 1] == 0x78, cell[next + 6] == 0x5F,
        let code = UInt32(String(decoding: cell[(next + 2)..<(next + 6)], as: UTF8.self), radix: 16),
        let scalar = Unicode.Scalar(code)
      {
        result.append(contentsOf: Array(String(Character(scalar)).utf8))
        next += 7
      } else {
        result.append(cell[next])
        next += 1
      }
    }
    cell = result
  }

  // MARK: Ranges

  private func addMerge(_ attributes: XMLAttributes) {
    guard let reference = attributes["ref"] else { return }
    let corners = reference.split(separator: ":").map { corner in
      (
        column: String(corner).withCString(SheetReader.column),
        row: Int(corner.drop { $0.isLetter }) ?? 0
      )
    }
    guard corners.count == 2, corners[0].column >= 0, corners[0].column <= corners[1].column,
      corners[0].row >= 1, corners[0].row <= corners[1].row
    else { return }
    guard merges.count < SheetReader.mergeLimit else {
      failure = ZipArchive.tooLarge(grid.sheet ?? "")
      return
    }
    merges.append(
      Grid.MergedRange(
        rows: corners[0].row...corners[1].row, columns: corners[0].column...corners[1].column))
  }

  private func addColumn(_ attributes: XMLAttributes) {
    guard attributes.isSet("hidden"), hiddenColumns.count < 1000,
      let first = attributes["min"].flatMap({ Int($0) }), let last = attributes["max"].flatMap({ Int($0) }),
      first >= 1, first <= last
    else { return }
    hiddenColumns.append((first - 1)...(last - 1))
  }

  // MARK: Hidden

  /// What is hidden in the sheet and was read all the same; nil without any.
  func hidden() -> Name? {
    let rows = hiddenRows.prefix(20).map {
      $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)-\($0.upperBound)"
    }
    let columns = hiddenColumns.filter { $0.lowerBound < grid.width }.prefix(20).map {
      $0.count == 1
        ? Grid.letters($0.lowerBound)
        : "\(Grid.letters($0.lowerBound))-\(Grid.letters(min($0.upperBound, grid.width - 1)))"
    }
    guard !rows.isEmpty || !columns.isEmpty else { return nil }
    let zh = [
      rows.isEmpty ? nil : "第\(rows.joined(separator: "、"))行",
      columns.isEmpty ? nil : "\(columns.joined(separator: "、"))列",
    ]
    let en = [
      rows.isEmpty ? nil : "rows \(rows.joined(separator: ", "))",
      columns.isEmpty ? nil : "columns \(columns.joined(separator: ", "))",
    ]
    return Name(
      zh: "隐藏但照读：\(zh.compactMap { $0 }.joined(separator: "；"))；不用的行 --label 行号=note，不用的列 --map 列=-",
      en:
        "hidden, but read: \(en.compactMap { $0 }.joined(separator: "; ")); leave rows out with --label ROW=note, columns with --map COLUMN=-"
    )
  }
}
