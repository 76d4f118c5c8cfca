/// One row's effect on the dataset.
public struct ImportChange: Sendable {
  public enum Kind: Sendable, CaseIterable {
    case added
    /// A value of the same document changes.
    case corrected
    /// Another document says the same.
    case confirmed

    public var name: Name {
      switch self {
      case .added: Name(zh: "新增", en: "new")
      case .corrected: Name(zh: "更正", en: "changed")
      case .confirmed: Name(zh: "印证", en: "confirmed")
      }
    }
  }

  public var kind: Kind
  public var line: Int
  /// The file of the dataset that changes.
  public var file: String
  /// What it is about, and for a change the old and the new value.
  public var words: Name
}

/// What an import would do: the mapping, the changes, and the files as they would be.
public struct ImportPlan: Sendable {
  public var mapping: ImportMapping
  public var rows: Int
  public var changes: [ImportChange]
  /// Rows that say what is there.
  public var unchanged: Int
  public var remarks: [Name]
  /// The line of each project that a row is about, by its id.
  var projectLines: [String: Int]
  /// The changed files, whole.
  public var files: [InputFile]
}
