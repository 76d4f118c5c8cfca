import Domain

/// A fault of a dataset or another file of the program: facts only, the words are in `Fault+Message`.
package enum Fault: Hashable, Sendable {
  case notReadable(reason: Name)
  case notWritable(reason: Name)
  /// A file system that has not responded for some time.
  case notAnswering
  case notRegularFile
  /// A link to a place outside of the directory.
  case leadsOutside
  case tooLarge(bytes: Int, allowed: Int)
  case directoryMissing
  case noFiles
  case unknownKindOfFile(String, allowed: [String])
  case fileMissing(kind: String)
  case syntax(String, SyntaxHint)
  case wrongType(key: String, found: String, allowed: String)
  case missingKey(String, of: String)
  case unknownKey(String, of: String, nearest: String?)
  case duplicateKey(String)
  case duplicateID(String, of: String, first: String)
  case badID(String)
  case unknownReference(String, of: String, nearest: String?)
  case notAllowed(key: String, found: String, allowed: [String], nearest: String?)
  case badDate(key: String, found: String)
  /// A value that must be a day.
  case badDay(key: String, found: String)
  case badPeriod(key: String, found: String)
  case badLines(key: String)
  case badSubject(String)
  case notFinite(key: String)
  /// A number of more digits than can be kept.
  case tooLong(key: String)
  /// A number outside of 0 to 1, replaced by the default.
  case replaced(key: String, found: String, used: String)
  case empty(key: String)
  /// Names of a file without a text in the other language.
  case oneLanguage(count: Int)
  case outOfRange(key: String, found: String, allowed: Limit)
  case notWithin(key: String, found: Int, least: Int, most: Int)
  /// A colour of a theme that is not a pair of numbers.
  case badColour(key: String)
  /// A name that does not exist: of a theme, a view, an action, a key, a role.
  case unknownName(String, what: Name, allowed: [String], nearest: String?)
  /// A key bound to two actions; the second is a movement when it is nil.
  case keyConflict(key: String, first: String, second: String?)
  /// A theme whose base is for another kind of screen.
  case baseOfOtherKind(base: String, kind: String, found: String)
  /// A first time that is later than the second.
  case outOfOrder(first: String, second: String)
  /// A first number that is larger than the second.
  case larger(first: String, second: String)
  case oneStatement
  case targetWithoutPlan
  case actualWithPlan
  /// A target in words for something that is not a target, or that also has a number.
  case wordsWithValue
  case futurePeriod(period: String, source: String)
  case futureMilestone(date: String, source: String)
  /// A report for a period that its duty does not include.
  case noSuchDuty(period: String, duty: String)
  case cycle(of: String, id: String)
  /// A project whose `same_as` names a record that itself has one.
  case chain(id: String, target: String, end: String)
  /// A rule's finding about a record.
  case finding(rule: String, subject: String, words: Name, settledBy: Settlement?)
  /// An acceptance in the dataset without a matching finding.
  case needlessAcceptance(rule: String, about: String)

  /// The reason that a finding needs no attention.
  package enum Settlement: Hashable, Sendable {
    /// The id of the conflict that records it.
    case conflict(String)
    /// The reason stated in the dataset.
    case accepted(Name)
  }

  /// The numbers allowed.
  package enum Limit: Hashable, Sendable {
    case atLeast(Int)
    case above(Int)
  }

  /// The expected token or the cause of a syntax error.
  package enum SyntaxHint: Hashable, Sendable {
    case none, value, key, colon, commaOrBrace, commaOrBracket, escape, controlInString, unclosedString
    case surrogate, encoding, trailing, number, memory
    case depth(Int)
  }
}

/// A fault with its place: `path:line:column: error: message`.
package struct Diagnostic: Error, Hashable, Sendable {
  /// The severity of a diagnostic.
  package enum Severity: String, Sendable {
    case error
    case warning
    case note
  }

  /// The path of the file.
  package var path: String
  /// The line from 1; nil for the file or directory as a whole.
  package var line: Int?
  /// The column in bytes from 1, as editors and compilers count.
  package var column: Int?
  /// Whether the data can be used in spite of the fault.
  package var severity: Severity
  /// The facts of the fault.
  package var fault: Fault

  /// Creates a diagnostic; line and column count from 1 and are nil for a fault of a whole file.
  package init(path: String, line: Int?, column: Int?, severity: Severity = .error, fault: Fault) {
    self.path = path
    self.line = line
    self.column = column
    self.severity = severity
    self.fault = fault
  }

  /// Returns the message on one line, without a line feed. Control characters are not removed.
  package func message(_ language: Language) -> String {
    let place = [FileName.shown(path), line.map(String.init), column.map(String.init)].compactMap { $0 }
    return "\(place.joined(separator: ":")): \(severity.word[language]): \(fault.message[language])"
  }
}

extension Diagnostic.Severity {
  /// The word before the message, in both languages.
  package var word: Name {
    switch self {
    case .error: Name(zh: "错误", en: "error")
    case .warning: Name(zh: "警告", en: "warning")
    case .note: Name(zh: "说明", en: "note")
    }
  }
}
