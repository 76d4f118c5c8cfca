/// A display language. Figures are the same in both.
package enum Language: String, CaseIterable, Sendable {
  case zh
  case en

  /// The other language.
  package var other: Language { self == .zh ? .en : .zh }
}

/// A text in both languages; `zh` is as printed in the document.
package struct Name: Hashable, Sendable {
  /// The Chinese text.
  package var zh: String
  /// The English text.
  package var en: String

  /// Creates a name; English may be empty for a word that it has no equivalent for.
  package init(zh: String, en: String) {
    self.zh = zh
    self.en = en
  }

  /// Creates a text that is the same in both languages.
  package init(both text: String) {
    zh = text
    en = text
  }

  /// The text in a language.
  package subscript(language: Language) -> String { language == .zh ? zh : en }

  /// Concatenates two texts without a separator, language by language.
  package static func + (left: Name, right: Name) -> Name {
    Name(zh: left.zh + right.zh, en: left.en + right.en)
  }
}

/// A text about a record beside its name: an alias, a role or a remark.
package struct SourcedName: Hashable, Sendable {
  /// The text in both languages.
  package var name: Name
  /// The id of the document it comes from. The text is shown from the day on which that document is known; nil means
  /// always.
  package var source: String?

  /// Creates a name; without a source it is known with its record.
  package init(_ name: Name, source: String? = nil) {
    self.name = name
    self.source = source
  }
}
