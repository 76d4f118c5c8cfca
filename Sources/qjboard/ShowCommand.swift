import App
import ArgumentParser
import Canvas
import Domain
import Glibc
import Panels
import Store

struct ShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Print one frame of a view as text, with colours, or as HTML; no terminal is needed.",
    discussion: """
      Examples:
        qjboard show overview --size 120x36
        qjboard show targets --format ansi | less -R
        qjboard show projects --select 卷烟分拣 --open
        qjboard show overview --format html --theme light -o overview.html
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, ansi, html
  }

  @Argument(
    help: "The view: \(PanelRegistry.all.map(\.id).joined(separator: ", ")).",
    completion: .list(PanelRegistry.all.map(\.id)))
  var view: String

  @Option(help: ArgumentHelp("Columns and rows, 1x1 to 1000x1000.", valueName: "WxH"))
  var size = "120x36"

  @Option(help: "Text, text with escape sequences for 256 colours, or a self-contained HTML page.")
  var format = Format.text

  @Option(help: ArgumentHelp("Move the cursor to this record, by id or name.", valueName: "record"))
  var select: String?

  @Flag(help: "Open the record under the cursor, like Enter.")
  var open = false

  @OptionGroup var output: OutputOptions

  @Flag(help: "The content as lines of text instead of a frame.")
  var plain = false

  @ParentCommand var board: QJBoard
  @OptionGroup var data: DataOptions
  @OptionGroup var look: LookOptions

  func validate() throws {
    try checkView(view)
    guard parsedSize != nil else {
      throw ValidationError(
        zh: "“\(TextWidth.cleaned(size))”不是尺寸；请写 120x36，最大 1000x1000。",
        en: "'\(TextWidth.cleaned(size))' is not a size; write 120x36, at most 1000x1000.")
    }
  }

  private var parsedSize: (width: Int, height: Int)? {
    let parts = size.split(separator: "x", omittingEmptySubsequences: false).map { Int($0) }
    guard parts.count == 2, let width = parts[0], let height = parts[1], (1...1000).contains(width),
      (1...1000).contains(height)
    else { return nil }
    return (width, height)
  }

  /// Refuses options that have no effect on text without colours.
  private func checkLook(_ look: LookOptions) throws {
    if plain, format != .text {
      throw ValidationError(zh: "--plain 只有文字；请去掉 --format。", en: "--plain is text; leave out --format.")
    }
    guard format == .text else { return }
    if look.theme != nil {
      throw ValidationError(
        zh: "--theme 对 --format text 不起作用；请用 --format ansi 或 html。",
        en: "--theme has no effect on --format text; use --format ansi or html.")
    }
    if look.colour == .always {
      throw ValidationError(
        zh: "--color always 须配 --format ansi 或 html。", en: "--color always requires --format ansi or html.")
    }
  }

  func run() throws {
    guard let (width, height) = parsedSize else { return }
    let look = look.over(board.look)
    try checkLook(look)
    let session = try Session(data: data.over(board.data), look: look)
    session.remarkOnDay()
    var state = session.state(view: view, width: width, height: height, isText: true)
    try choose(in: &state)
    let isPlain = plain || board.plain
    let text = Progress.computing.shown(session.language) {
      isPlain ? PlainBoard(state).text : self.text(of: state)
    }
    try output.file(session.language).write(
      text, isUTF8: format == .html && !isPlain, hasColours: format == .ansi && !isPlain)
    // Everything is written. Freeing the data and the board would take 2 % of the instructions.
    withExtendedLifetime((session, state)) { Glibc.exit(0) }
  }

  private func choose(in state: inout AppState) throws {
    if let select {
      do throws(EntryFault) {
        try state.select(select)
      } catch {
        Console.complain(error.message(select, in: view, state.language))
        throw ExitCode(64)
      }
    }
    if open { _ = update(&state, .key(.enter)) }
  }

  private func text(of state: AppState) -> String {
    let frame = Frame.render(state)
    let charset = LocaleText()
    let isWide = state.settings.ambiguousWidth == .wide
    func aligned(_ line: String) -> String { charset.aligned(line, hasWideAmbiguous: isWide) }
    switch format {
    case .text: return frame.lines.map { aligned($0) + "\n" }.joined()
    case .ansi: return frame.ansiLines(state.theme, text: aligned).map { $0 + "\n" }.joined()
    case .html:
      let panel = PanelRegistry.panel(state.view)
      let title = [
        state.text(state.dataset.info.short), state.text(panel.title), state.board.asOf.description,
      ]
      return frame.html(state.theme, title: title.joined(separator: " · "), state.language)
    }
  }
}

extension EntryFault {
  fileprivate func message(_ word: String, in view: String, _ language: Language) -> String {
    switch self {
    case .none:
      return language == .zh
        ? "视图 \(view) 没有可以选定的记录，请用其他视图" : "the view \(view) has no records to select; use another view"
    case .unknown(let nearest):
      let end = nearest == nil ? "" : Name(zh: "。", en: ".")[language]
      let guess = end + Spelling.question(nearest)[language]
      return language == .zh
        ? "视图 \(view) 中没有“\(word)”\(guess)" : "the view \(view) has no '\(word)'\(guess)"
    }
  }
}
