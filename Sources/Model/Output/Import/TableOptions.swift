import Domain

extension TableImport {
  /// The user's options for a table.
  package struct Options: Sendable {
    /// The document of all rows that name none.
    package var source: String?
    /// Headers and their fields; the field `-` ignores a column.
    package var choices: [(String, String)]
    /// The rows of the head in a spreadsheet, from 1.
    package var head: ClosedRange<Int>?
    /// The labels of lines, by their number in a spreadsheet.
    package var labels: [Int: LineLabel] = [:]
    /// Headers and their units.
    package var units: [(String, String)] = []
    /// The headers of columns whose blank cells continue the one above.
    package var filled: [String] = []
    package var period: String?
    package var plan: String?
    package var indicator: String?
    package var scope: String?
    /// Names in the table and the projects that they mean.
    package var same: [(String, String)] = []
    /// Names of projects that are new although others have nearly the same name.
    package var new: Set<String> = []
    /// Names that the dataset does not have and that are left out.
    package var leftOut: Set<String> = []
    package var words = OfficeWords.builtIn

    package init(source: String? = nil, choices: [(String, String)] = []) {
      self.source = source
      self.choices = choices
    }
  }
}
