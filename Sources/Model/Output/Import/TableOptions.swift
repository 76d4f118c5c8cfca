import Domain

extension TableImport {
  /// The user's options for a table.
  package struct Options: Sendable {
    /// The document of all rows that name none.
    package var source: String?
    /// Heads and their fields; the field `-` ignores a column.
    package var choices: [(String, String)]
    /// The heads and fields of a recipe, which those of the user replace.
    package var recipe: Recipe?
    /// The rows of the head in a spreadsheet, from 1.
    package var head: ClosedRange<Int>?
    /// The labels of lines, by their number in a spreadsheet.
    package var labels: [Int: LineLabel] = [:]
    /// Heads and their units.
    package var units: [(String, String)] = []
    /// The heads of columns whose blank cells continue the one above.
    package var filled: [String] = []
    /// The sheet of a workbook.
    package var sheet: String?
    /// The period of figures without one; nil reads it from title and heads.
    package var period: String?
    /// The id of the plan of targets without one; nil reads it from the table.
    package var plan: String?
    /// The id of the indicator of figures without one; nil reads it from the table.
    package var indicator: String?
    /// The id of the scope of figures without one; nil takes that of the head or of the indicator.
    package var scope: String?
    /// The state of projects that have none, such as 在建; nil requires one.
    package var state: String?
    /// Names in the table and the projects that they mean.
    package var same: [(String, String)] = []
    /// Names of projects that are new although others have nearly the same name.
    package var new: Set<String> = []
    /// Names that the dataset does not have and that are left out.
    package var leftOut: Set<String> = []
    /// The words that heads, states and empty cells are recognised by.
    package var words = OfficeWords.builtIn

    /// Creates options; `choices` are heads with their fields.
    package init(source: String? = nil, choices: [(String, String)] = []) {
      self.source = source
      self.choices = choices
    }
  }
}
