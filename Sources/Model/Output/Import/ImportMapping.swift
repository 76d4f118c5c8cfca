import Domain

/// The field of each column of a table, with the unit in its head: `投资额（万元）`.
package struct ImportMapping: Sendable {
  /// A column of the table and what it is read as.
  package struct Column: Sendable {
    /// The head, with the levels of a multi-line head joined.
    package var head: String
    /// Nil when the column is not used.
    package var field: ImportField?
    /// Empty when neither head, title nor user gives a unit.
    package var unit: String
    /// Whether the user said the unit.
    var isUnitGiven = false
    /// What the column holds, where the field alone does not say it.
    package var remark: Name?
    /// The place of the head: `B3`.
    var place = ""
    /// The column in the grid.
    var position = 0
  }

  /// What brackets around a number mean, from a note of the table.
  struct Bracket: Sendable {
    var kind: Figure.Kind
    var period: String
  }

  /// The columns in the order of the table.
  package internal(set) var columns: [Column] { didSet { index() } }
  /// The texts of fields that are the same in all rows.
  var constants: [ImportField: String] = [:]
  var bracket: Bracket?
  /// The year of cells that print months alone.
  var base: PeriodHint?
  /// Whether the month of a row is the last one of a sum since January.
  var isSinceJanuary = false
  /// Whether a number of the column is above 1, so that all are percentages and none a fraction.
  var hasLargeShares = false
  /// The units that the title declares for the whole table, of which each row takes that of its indicator.
  var titleUnits: [String] = []
  /// Whether the numbers are taken for percentages although neither head, title nor user says so.
  var assumesPercent = false
  let words: OfficeWords
  private var positions: [ImportField: Int] = [:]

  init(columns: [Column], words: OfficeWords) {
    self.columns = columns
    self.words = words
    index()
  }

  private mutating func index() {
    positions = [:]
    for (number, column) in columns.enumerated() {
      if let field = column.field, positions[field] == nil { positions[field] = number }
    }
  }

  func column(of field: ImportField) -> Column? { positions[field].map { columns[$0] } }

  /// Checks that the table has these columns.
  ///
  /// - Throws: a fault for each missing one.
  func require(_ fields: [ImportField], line: Int) throws(ImportFailure) {
    let missing = fields.filter { column(of: $0) == nil && constants[$0] == nil }
    guard !missing.isEmpty else { return }
    throw ImportFailure(
      missing.map { field in
        // The documented head and others of the same language.
        let heads = Name(
          zh: field.heads.prefix(8).joined(separator: "、"),
          en: field.heads.filter { $0.utf8.allSatisfy { $0 < 0x80 } }.prefix(8).joined(separator: ", "))
        let option = [ImportField.indicator: " --indicator ID,", .period: " --period 2024-05,"][field] ?? ""
        return ImportFault(
          line: line, column: nil,
          message: Name(
            zh:
              "缺少“\(field.name.zh)”列；可用的列名：\(heads.zh)等，或用\(option.replacing(",", with: "、")) --map '列名=\(field.key)' 指定；表头不在此行时用 --head 指定",
            en:
              "no column for \(field.key); accepted heads: \(heads.en); or use\(option) --map 'column=\(field.key)', or --head if the head is on another row"
          ),
          answers: field == .indicator ? [.need(.indicator)] : field == .period ? [.need(.period)] : [])
      })
  }
}
