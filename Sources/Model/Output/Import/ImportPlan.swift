import Domain
import Store

/// One row's effect on the dataset.
package struct ImportChange: Sendable {
  package enum Kind: Sendable, CaseIterable {
    case added
    /// A value of the same document changes.
    case corrected
    /// Another document says the same.
    case confirmed

    package var name: Name {
      switch self {
      case .added: Name(zh: "新增", en: "new")
      case .corrected: Name(zh: "更正", en: "changed")
      case .confirmed: Name(zh: "印证", en: "confirmed")
      }
    }
  }

  package var kind: Kind
  package var line: Int
  /// The file of the dataset that changes.
  package var file: String
  /// What it is about, and for a change the old and the new value.
  package var words: Name
}

/// What an import would do: the mapping, the changes, and the files as they would be.
package struct ImportPlan: Sendable {
  package var mapping: ImportMapping
  package var rows: Int
  package var changes: [ImportChange]
  /// Rows that say what is there.
  package var unchanged: Int
  package var remarks: [Name]
  /// The line of each project that a row is about, by its id.
  var projectLines: [String: Int]
  /// The changed files, whole.
  package var files: [InputFile]
}
