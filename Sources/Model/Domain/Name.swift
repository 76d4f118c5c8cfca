/// The language of the words on screen. The figures are the same in both.
package enum Language: String, CaseIterable, Sendable {
  case zh
  case en

  package var other: Language { self == .zh ? .en : .zh }
}

/// A text in both languages; `zh` as the document prints it.
package struct Name: Hashable, Sendable {
  package var zh: String
  package var en: String

  package init(zh: String, en: String) {
    self.zh = zh
    self.en = en
  }

  /// A text that is the same in both languages.
  package init(both text: String) {
    zh = text
    en = text
  }

  package subscript(language: Language) -> String { language == .zh ? zh : en }

  /// Joins without a separator, language by language.
  package static func + (left: Name, right: Name) -> Name {
    Name(zh: left.zh + right.zh, en: left.en + right.en)
  }
}

/// A text that a document gives a record beside its name: another name, a role, a remark.
package struct SourcedName: Hashable, Sendable {
  package var name: Name
  /// Id of the document that it comes from: it is shown from the day that document is known. Nil shows it always.
  package var source: String?

  package init(_ name: Name, source: String? = nil) {
    self.name = name
    self.source = source
  }
}
