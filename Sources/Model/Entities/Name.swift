/// The language of the words on screen. The figures are the same in both.
public enum Language: String, CaseIterable, Sendable {
  case zh
  case en

  public var other: Language { self == .zh ? .en : .zh }
}

/// A text in both languages; `zh` as the document prints it.
public struct Name: Hashable, Sendable {
  public var zh: String
  public var en: String

  public init(zh: String, en: String) {
    self.zh = zh
    self.en = en
  }

  /// A text that is the same in both languages.
  public init(both text: String) {
    zh = text
    en = text
  }

  public subscript(language: Language) -> String { language == .zh ? zh : en }

  /// Joins without a separator, language by language.
  public static func + (left: Name, right: Name) -> Name {
    Name(zh: left.zh + right.zh, en: left.en + right.en)
  }
}

/// A text that a document gives a record beside its name: another name, a role, a remark.
public struct SourcedName: Hashable, Sendable {
  public var name: Name
  /// Id of the document that it comes from: it is shown from the day that document is known. Nil shows it always.
  public var source: String?

  public init(_ name: Name, source: String? = nil) {
    self.name = name
    self.source = source
  }
}
