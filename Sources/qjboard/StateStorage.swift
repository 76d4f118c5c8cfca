import App
import Domain
import Glibc
import Output
import Store

/// The file that keeps the saved views and the chosen theme and language for the next start.
struct StateStorage {
  private let path: String

  /// Nil if the user has no home.
  init?(_ environment: [String: String]) {
    guard let path = KeptState.path(environment: environment) else { return nil }
    self.path = path
  }

  /// Returns what was kept; nothing if the file is missing or cannot be read.
  func read() -> KeptState {
    let bytes = try? InputFile.read(path: path, name: "state.json", links: .fromOwnDirectory).bytes
    return bytes.map { KeptState($0) } ?? KeptState()
  }

  /// Replaces the file as a whole. Only the user can read it.
  func keep(_ kept: KeptState) -> Event? {
    OutputFile.makeDirectory(of: path)
    let text = JSONOutput(kept).text + "\n"
    return OutputFile.replace(path, with: Array(text.utf8)).map { .notKept(reason: $0) }
  }
}

extension JSONOutput {
  init(_ kept: KeptState) {
    let views = kept.views.map { saved -> JSONOutput in
      guard let saved else { return .null }
      let filters = saved.filters.sorted { $0.key < $1.key }.map { ($0.key, JSONOutput.string($0.value)) }
      return .object([
        ("view", .string(saved.view)), ("filters", .object(filters)), ("mode", .number(Double(saved.mode))),
        ("order", .number(Double(saved.order))), ("as_of", .optional(saved.asOf?.description)),
      ])
    }
    self = .object([
      ("views", .array(views)), ("greeted", .boolean(kept.isGreeted)), ("theme", .optional(kept.theme)),
      ("language", .optional(kept.language?.rawValue)),
    ])
  }
}
