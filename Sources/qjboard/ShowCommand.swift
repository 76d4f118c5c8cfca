import ArgumentParser
import Model
import TUI

struct ShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Print one frame of a view as text; no terminal is needed.")

  @Argument(help: "The view: \(PanelRegistry.all.map(\.id).joined(separator: ", ")).")
  var view: String

  @Option(help: ArgumentHelp("Columns and rows, 1x1 to 1000x1000.", valueName: "WxH"))
  var size = "120x36"

  @ParentCommand var board: QJBoard
  @OptionGroup var data: DataOptions
  @OptionGroup var look: LookOptions

  func validate() throws {
    try checkView(view)
    guard parsedSize != nil else {
      throw ValidationError("'\(TextWidth.cleaned(size))' is no size; write 120x36, at most 1000x1000.")
    }
  }

  private var parsedSize: (width: Int, height: Int)? {
    let parts = size.split(separator: "x", omittingEmptySubsequences: false).map { Int($0) }
    guard parts.count == 2, let width = parts[0], let height = parts[1], (1...1000).contains(width),
      (1...1000).contains(height)
    else { return nil }
    return (width, height)
  }

  func run() throws {
    guard let (width, height) = parsedSize else { return }
    let session = try Session(data: data.over(board.data), look: look.over(board.look))
    try print(frame: session.state(view: view, width: width, height: height, isText: true), as: .text)
  }
}
