import App
import Canvas
import Glibc

/// Whether pages are printed as lines: decided by the option, then the variable, then the settings.
enum PlainRule {
  static func isPlain(option: Bool, _ session: Session) -> Bool {
    if option { return true }
    guard let variable = session.environment["ACCESSIBLE"], !variable.isEmpty else {
      return session.settings.plain
    }
    return variable != "0"
  }
}

/// Reads commands from the terminal, one per line, and prints the answers.
enum PlainLoop {
  // Saves stack, as in Session.
  @inline(never)
  static func run(_ state: AppState) throws {
    let language = state.language
    var board = PlainBoard(state)
    var typed = TypedLines()
    try Console.write(Progress.computing.shown(language) { board.page })
    while true {
      try Console.write(board.prompt)
      guard let line = readLine() else {
        try Console.write("\n")
        return
      }
      guard let text = typed.text(of: line) else { continue }
      switch Progress.computing.shown(language, { board.answer(text) }) {
      case .text(let text): try Console.write(text)
      case .write(let name, let bytes): try Console.write(board.message(of: Export.write(name, bytes)))
      case .quit: return
      }
    }
  }
}
