import ArgumentParser
import Canvas
import Domain
import Figures
import Output
import Store

struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract:
      "Show the derivation of a computed figure or a status: inputs with sources, formulas, every step.",
    discussion: """
      Examples:
        qjboard explain sc2022-gross-output-2025   a target: base, path, lag, status
        qjboard explain cluster/tobacco            share and contribution
        qjboard explain project/sanlei-s02         the stage of a project
        qjboard explain sc2022-gross-output-2025 --format json

      Ids are those of 'qjboard list targets', 'list clusters', 'list projects' and 'list conflicts'. Where records of \
      several kinds have one id, write target/ID, cluster/ID, project/ID, conflict/ID or figure/ID.
      """)

  @Argument(help: "The id of a target, cluster, project, conflict or figure.")
  var id: String

  @OptionGroup var page: PageFormatOptions
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
      switch page.chosen {
      case .text:
        PlainWriter.text(explanation.page(board, session.language)).split(
          separator: "\n", omittingEmptySubsequences: false
        ).map { TextWidth.cleaned(String($0)) }.joined(separator: "\n")
      case .markdown: MarkdownWriter.text(explanation.page(board, session.language))
      case .json: explanation.json(board).text + "\n"
      }
    try output.file(session.language).write(text, isUTF8: page.chosen == .json)
  }

  private func unknown(in board: Board) -> ValidationError {
    let word = TextWidth.cleaned(id)
    let named = explainable(named: word, in: board).prefix(8)
    guard named.isEmpty else {
      return ValidationError(
        zh: "解释需要代码；与“\(word)”相符的有："
          + named.map { "\($0.id)（\(TextWidth.cleaned($0.name.zh))）" }.joined(separator: "、"),
        en: "an id is needed; those that '\(word)' names are "
          + named.map { "\($0.id) (\(TextWidth.cleaned($0.name.en)))" }.joined(separator: ", "))
    }
    let ids = board.explainable
    let nearest = Spelling.question(
      UsageFault.nearest(to: word, among: ids) ?? ids.first { !word.isEmpty && $0.hasPrefix(word) })
    return ValidationError(
      zh: "截至\(board.asOf)没有可解释的“\(word)”。\(nearest.zh)代码见 qjboard list targets。",
      en:
        "no explanation for '\(word)' as of \(board.asOf).\(nearest.en) 'qjboard list targets' has the ids."
    )
  }

  /// Returns what can be explained about the records that a word names, best match first: an id, and the name of its
  /// record.
  private func explainable(named word: String, in board: Board) -> [(id: String, name: Name)] {
    SearchIndex(board).hits(for: word, limit: 50).flatMap { hit -> [(id: String, name: Name)] in
      switch hit.kind {
      case .cluster:
        [(hit.id, hit.title)]
          + targets(in: board) {
            $0.target.subject == .cluster(hit.id) && $0.indicator.id == board.dataset.info.total
          }
      case .indicator:
        targets(in: board) { $0.target.subject == .district && $0.indicator.id == hit.id }
      case .project, .conflict: [(hit.id, hit.title)]
      default: []
      }
    }
  }

  private func targets(in board: Board, where isWanted: (TargetProgress) -> Bool) -> [(
    id: String, name: Name
  )] {
    board.targets.filter { !$0.isSecondary && isWanted($0) }.map { row in
      let (name, year) = (row.indicator.short, String(row.target.period.year))
      return (
        row.target.id,
        Name(zh: "\(name.zh) \(year) \(row.planName.zh)", en: "\(name.en) \(year), \(row.planName.en)")
      )
    }
  }
}
