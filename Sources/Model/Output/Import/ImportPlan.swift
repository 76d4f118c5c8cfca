import Domain
import Store

/// The effect of one row on the dataset.
package struct ImportChange: Sendable {
  /// What an import does with a row.
  package enum Kind: Sendable, CaseIterable {
    case added
    /// A value of the same document changes.
    case corrected
    /// Another document states the same value.
    case confirmed

    /// The word for people.
    package var name: Name {
      switch self {
      case .added: Name(zh: "新增", en: "new")
      case .corrected: Name(zh: "更正", en: "changed")
      case .confirmed: Name(zh: "印证", en: "confirmed")
      }
    }
  }

  /// What happens to the record.
  package var kind: Kind
  /// The line of the row in the table, from 1.
  package var line: Int
  /// The changed file of the dataset.
  package var file: String
  /// The subject of the change, with the old and the new value of a correction.
  package var words: Name
}

/// The effect of an import: the mapping, the changes, and the new contents of files.
package struct ImportPlan: Sendable {
  /// The field of each column.
  package var mapping: ImportMapping
  /// The sheet of a workbook.
  package var sheet: String?
  /// The labels of lines; empty for a table of a head and data alone.
  package var lines: [LabelledLines]
  /// The number of rows that were read.
  package var rows: Int
  /// The changes in the order of the rows.
  package var changes: [ImportChange]
  /// The number of rows that change nothing.
  package var unchanged: Int
  /// Notes about the reading that need no decision.
  package var remarks: [Name]
  /// What is doubtful about cells, with their places.
  package var doubts: [ImportFault]
  /// The row of each project in the table, as a line number by project id.
  var projectLines: [String: Int]
  /// The changed files, complete.
  package var files: [InputFile]
  /// The options of the command that repeat how the table was read, with their values.
  package var options: [(String, String)]
  /// The heads and fields that a recipe keeps.
  var kept: [(String, String)] = []
}
