import Domain

/// A view that the user has saved: what is shown, not the data.
package struct SavedView: Equatable, Sendable {
  /// Id of the view.
  package var view: String
  /// Its filters.
  package var filters: [String: String]
  /// Its arrangement and its order, as in the state of the view.
  package var mode: Int
  package var order: Int
  /// The day; nil for the newest data.
  package var asOf: Day?

  package init(view: String, filters: [String: String], mode: Int, order: Int, asOf: Day?) {
    (self.view, self.filters, self.mode, self.order, self.asOf) = (view, filters, mode, order, asOf)
  }
}

/// What the program keeps for the next start, in `state.json` of the user's state directory.
package struct KeptState: Equatable, Sendable {
  /// The number of views that can be saved.
  package static let viewCount = 3

  /// The saved views by place; nil where none is saved.
  package var views: [SavedView?] = Array(repeating: nil, count: viewCount)
  /// Whether the first start has shown its hint.
  package var isGreeted = false
  /// The theme that the user chose by key; nil if none was.
  package var theme: String?
  /// The language that the user chose by key; nil if none was.
  package var language: Language?

  package init() {}

  /// Reads a file; what it does not understand is left out, so that a damaged file never stops the program.
  package init(_ bytes: [UInt8]) {
    self.init()
    guard let document = try? JSONDocument.parse(bytes) else { return }
    document.withRoot { root in
      guard let members = root.members else { return }
      for (key, value) in members {
        switch key.string {
        case "greeted": isGreeted = value.boolean ?? false
        case "theme": theme = value.string
        case "language": language = value.string.flatMap { Language(rawValue: $0) }
        default: break
        }
        guard key.string == "views", let elements = value.elements else { continue }
        var index = 0
        for element in elements where index < Self.viewCount {
          views[index] = SavedView(element)
          index += 1
        }
      }
    }
  }

  /// Returns the path of the file: in `$XDG_STATE_HOME`, else in `~/.local/state`; nil without a home, for which `/`
  /// stands in containers and services.
  package static func path(environment: [String: String]) -> String? {
    func absolute(_ name: String) -> String? {
      environment[name].flatMap { $0.hasPrefix("/") && $0 != "/" ? $0 : nil }
    }
    let directory = absolute("XDG_STATE_HOME") ?? absolute("HOME").map { "\($0)/.local/state" }
    return directory.map { "\($0)/qjboard/state.json" }
  }
}

extension SavedView {
  fileprivate init?(_ value: JSONValue) {
    var (view, filters): (String?, [String: String]) = (nil, [:])
    var (mode, order, asOf): (Int, Int, Day?) = (0, 0, nil)
    guard let members = value.members else { return nil }
    for (key, value) in members {
      switch key.string {
      case "view": view = value.string
      case "mode": mode = value.smallNumber
      case "order": order = value.smallNumber
      case "as_of": asOf = value.string.flatMap { Day($0) }
      case "filters":
        guard let members = value.members else { continue }
        for (name, text) in members { if let name = name.string { filters[name] = text.string } }
      default: break
      }
    }
    guard let view else { return nil }
    self.init(view: view, filters: filters, mode: mode, order: order, asOf: asOf)
  }
}

extension JSONValue {
  /// A whole number from 0 to 99; 0 for anything else.
  fileprivate var smallNumber: Int {
    number.flatMap { Int(exactly: $0) }.flatMap { (0...99).contains($0) ? $0 : nil } ?? 0
  }
}
