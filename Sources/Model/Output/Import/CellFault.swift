import Domain
import Store

/// The reason that a cell, a column or a row of a table cannot be imported; the message states what is allowed.
struct CellFault: Error, Equatable {
  var message: Name

  /// A name that the user can leave out to import the rest; nil for another fault.
  var leftOut: String?

  /// What the user can answer, apart from leaving the name out.
  var answers: [ImportAnswer] = []
  /// The place of the head of the column that the fault is about; nil where the fault is of one cell or of the table.
  var place: String?

  init(
    zh: String, en: String, leftOut: String? = nil, answers: [ImportAnswer] = [], place: String? = nil
  ) {
    message = Name(zh: zh, en: en)
    (self.leftOut, self.answers, self.place) = (leftOut, answers, place)
  }
}

/// A fault of a table with its place.
package struct ImportFault: Hashable, Sendable {
  /// The file of a fault that is not in the table.
  package var file: String?
  /// The line from 1, counted in line feeds of the table's text; nil for the table as a whole.
  package var line: Int?
  /// The position in bytes from 1.
  package var byte: Int?
  /// The head of the column.
  package var column: String?
  /// The cell in a spreadsheet: `B7`.
  package var cell: String?
  /// What was found and what is allowed.
  package var message: Name
  /// A name that the dataset does not have, which `--leave-out` leaves out; nil for another fault.
  package var leftOut: String?
  /// What the user can answer, apart from leaving the name out.
  package var answers: [ImportAnswer] = []
  /// The head that the message names; nil where `cell` is the place.
  package var place: String?

  /// Returns a line such as `table.csv:3: error: 投资额: message  [D3]`; control characters are not removed.
  package func text(_ path: String, _ language: Language, _ severity: Diagnostic.Severity = .error) -> String
  {
    let place = ([file ?? path] + [line, byte].compactMap { $0 }.map(String.init)).joined(separator: ":")
    let column =
      column.flatMap { $0.isEmpty ? nil : $0 }.map { language == .zh ? "“\($0)”：" : "'\($0)': " } ?? ""
    let cell = cell.map { "  [\($0)]" } ?? ""
    return "\(place): \(severity.word[language]): \(column)\(message[language])\(cell)"
  }
}

/// All faults of a table.
package struct ImportFailure: Error, Sendable {
  /// The faults in the order of the table; at least one.
  package var faults: [ImportFault]

  /// The options that leave out all unknown names at once; nil for fewer than two names.
  package var leaveOut: Name? {
    var names: [String] = []
    for name in faults.compactMap(\.leftOut) where !names.contains(name) { names.append(name) }
    guard names.count > 1 else { return nil }
    let options = names.map { "--leave-out \(ShellWord.quoted($0))" }.joined(separator: " ")
    return Name(zh: "都不录入：\(options)", en: "To leave all of them out: \(options)")
  }

  init(_ faults: [ImportFault]) { self.faults = faults }

  init(_ message: Name, line: Int? = nil, byte: Int? = nil, answers: [ImportAnswer] = []) {
    faults = [ImportFault(line: line, byte: byte, column: nil, message: message, answers: answers)]
  }

  /// A fault of a column or of the options; its message names the place itself.
  init(_ fault: CellFault, line: Int) {
    faults = [
      ImportFault(
        line: line, column: nil, message: fault.message, answers: fault.answers, place: fault.place)
    ]
  }
}
