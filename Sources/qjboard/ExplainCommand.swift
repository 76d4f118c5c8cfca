import ArgumentParser
import Model
import TUI

struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Show how a computed figure or a status came about: formula, inputs with sources, every step.",
    discussion: """
      Examples:
        qjboard explain sc2022-gross-output-2025   a target: base, path, lag, status
        qjboard explain cluster/tobacco            share and contribution
        qjboard explain project/sanlei-s02         the stage of a project
        qjboard explain sc2022-gross-output-2025 --format json

      Ids are those of 'qjboard list targets', 'list clusters', 'list projects' and 'list conflicts'. Where records of \
      several kinds have one id, write target/ID, cluster/ID, project/ID, conflict/ID or figure/ID.
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, markdown, json
  }

  @Argument(help: "The id of a target, cluster, project, conflict or figure.")
  var id: String

  @Option(help: "Lines of text, Markdown or JSON.")
  var format = Format.text

  @OptionGroup var output: OutputOptions

  @ParentCommand var board: QJBoard
  @OptionGroup var data: DataOptions
  @OptionGroup var look: LookOptions

  func run() throws {
    let session = try Session(data: data.over(board.data), look: look.over(board.look), for: .words)
    let board = Progress.computing.shown(session.language) {
      Board(session.dataset, asOf: session.asOf ?? session.today)
    }
    guard let explanation = board.explanation(of: id) else { throw unknown(in: board) }
    let text =
      switch format {
      case .text:
        PlainWriter.text(explanation.document(board, session.language)).split(
          separator: "\n", omittingEmptySubsequences: false
        ).map { TextWidth.cleaned(String($0)) }.joined(separator: "\n")
      case .markdown: MarkdownWriter.text(explanation.document(board, session.language))
      case .json: explanation.json(board).text + "\n"
      }
    try output.file(session.language).write(text, isUTF8: format == .json)
  }

  private func unknown(in board: Board) -> ValidationError {
    let word = TextWidth.cleaned(id)
    let nearest = Spelling.question(UsageFault.nearest(to: word, among: board.explainable))
    return ValidationError(
      zh: "截至\(board.asOf)没有可解释的“\(word)”。\(nearest.zh)代码见 qjboard list targets。",
      en:
        "nothing to explain under '\(word)' as of \(board.asOf).\(nearest.en) 'qjboard list targets' has the ids."
    )
  }
}
