import Domain

/// What is wrong with a dataset or another file of ours: facts only, words are in `Fault+Message`.
package enum Fault: Hashable, Sendable {
  case notReadable(reason: Name)
  case notWritable(reason: Name)
  /// A file system that has not answered for some time.
  case notAnswering
  case notRegularFile
  /// A link that leads out of the directory.
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
  /// Where only a day will do.
  case badDay(key: String, found: String)
  case badPeriod(key: String, found: String)
  case badLines(key: String)
  case badSubject(String)
  case notFinite(key: String)
  case empty(key: String)
  case outOfRange(key: String, found: String, allowed: Limit)
  case notWithin(key: String, found: Int, least: Int, most: Int)
  /// A colour of a theme that is no pair of numbers.
  case badColour(key: String)
  /// A name that stands for nothing: of a theme, a view, an action, a key, a role.
  case unknownName(String, what: Name, allowed: [String], nearest: String?)
  /// A key that two actions have; the second is a movement when it is nil.
  case keyConflict(key: String, first: String, second: String?)
  /// A theme whose base is for another kind of screen.
  case baseOfOtherKind(base: String, kind: String, found: String)
  /// A time before which another must not lie.
  case outOfOrder(first: String, second: String)
  /// A number that must not be larger than another.
  case larger(first: String, second: String)
  case oneStatement
  case targetWithoutPlan
  case actualWithPlan
  /// Words in the place of a number, of what is no target or has a number as well.
  case wordsWithValue
  case futurePeriod(period: String, source: String)
  case futureMilestone(date: String, source: String)
  case cycle(of: String, id: String)
  /// A project that is said to be the same as a record which is itself said to be the same as another.
  case chain(id: String, target: String, end: String)
  /// A finding of a rule about a record.
  case finding(rule: String, subject: String, words: Name, settledBy: Settlement?)
  /// What the dataset accepts was not found.
  case needlessAcceptance(rule: String, about: String)

  /// Why a finding needs nobody's attention.
  package enum Settlement: Hashable, Sendable {
    /// Id of the conflict that records it.
    case conflict(String)
    /// The reason that the dataset gives.
    case accepted(Name)
  }

  /// What numbers are allowed.
  package enum Limit: Hashable, Sendable {
    case atLeast(Int)
    case above(Int)
  }

  /// What would have been allowed at a fault of syntax.
  package enum SyntaxHint: Hashable, Sendable {
    case none, value, key, colon, commaOrBrace, commaOrBracket, escape, controlInString, unclosedString
    case surrogate, encoding, trailing, number, memory
    case depth(Int)
  }
}

/// A fault with its place: `path:line:column: error: what, and what is allowed`.
package struct Diagnostic: Error, Hashable, Sendable {
  package enum Severity: String, Sendable {
    case error
    case warning
    case note
  }

  package var path: String
  /// From 1; nil for the file or directory as a whole.
  package var line: Int?
  /// In bytes from 1, as editors and compilers count.
  package var column: Int?
  package var severity: Severity
  package var fault: Fault

  package init(path: String, line: Int?, column: Int?, severity: Severity = .error, fault: Fault) {
    self.path = path
    self.line = line
    self.column = column
    self.severity = severity
    self.fault = fault
  }

  /// One line, without a line feed. Nothing in it is cleaned for a terminal.
  package func message(_ language: Language) -> String {
    let place = [FileName.shown(path), line.map(String.init), column.map(String.init)].compactMap { $0 }
    return "\(place.joined(separator: ":")): \(severity.word[language]): \(fault.message[language])"
  }
}

extension Diagnostic.Severity {
  package var word: Name {
    switch self {
    case .error: Name(zh: "错误", en: "error")
    case .warning: Name(zh: "警告", en: "warning")
    case .note: Name(zh: "说明", en: "note")
    }
  }
}
