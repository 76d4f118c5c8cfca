/// The places of the configuration files, as in the XDG Base Directory Specification 0.8.
///
/// An empty variable counts as unset, and a relative path in a variable is ignored.
package struct ConfigurationPaths: Equatable, Sendable {
  /// The file that `QJBOARD_CONFIG` names; it replaces the user's own. Nil when the variable is not set.
  package let named: String?
  /// The user's own file; nil when the user has no home directory.
  package let user: String?
  /// The system's files, the most important first.
  package let system: [String]

  private let home: String?

  /// Creates the paths from the XDG variables and `HOME`; relative and empty ones are ignored.
  package init(environment: [String: String]) {
    func value(_ name: String) -> String? { environment[name].flatMap { $0.isEmpty ? nil : $0 } }
    func absolute(_ path: String) -> String? { path.hasPrefix("/") ? path : nil }
    home = value("HOME").flatMap(absolute)
    let own = value("XDG_CONFIG_HOME").flatMap(absolute) ?? home.map { "\($0)/.config" }
    user = own.map { "\($0)/qjboard/config.json" }
    named = value("QJBOARD_CONFIG")
    let directories = value("XDG_CONFIG_DIRS").map {
      $0.split(separator: ":").map(String.init).compactMap(absolute)
    }
    system = (directories.flatMap { $0.isEmpty ? nil : $0 } ?? ["/etc/xdg"]).map {
      "\($0)/qjboard/config.json"
    }
  }

  /// All paths, the most important first.
  package var all: [String] { [named ?? user].compactMap { $0 } + system }

  /// Returns a path as a file means it: `~/` is the home directory, and a relative path starts at the file's directory.
  package func resolved(_ path: String, in file: String) -> String {
    if path.isEmpty || path.hasPrefix("/") { return path }
    if path.hasPrefix("~/"), let home { return home + path.dropFirst(1) }
    return Self.directory(of: file) + path
  }

  /// Returns the directory of a file with its trailing slash; empty for a file in the working directory.
  static func directory(of file: String) -> String {
    file.lastIndex(of: "/").map { String(file[...$0]) } ?? ""
  }
}
