import ArgumentParser
import CSignals
import Domain
import Glibc
import Panels

@main
struct QJBoard: ParsableCommand, Restriction.Allowed {
  static let number = "0.1.0"

  static func main() {
    // Exceeding the file size limit is an error to report, not a reason to be killed.
    signal(SIGXFSZ, SIG_IGN)
    qj_memory_settle()
    guard qj_stack_settle() else {
      Console.complain("the stack is limited to less than 256 KB; allow more with ulimit -s")
      Glibc.exit(70)
    }
    if Restriction.isAsked { Restriction.enter() }
    qj_portable_settle()
    do {
      var command = try CommonCommand.command(Arguments.all) ?? parseAsRoot(Arguments.all)
      try Restriction.check(command)
      try command.run()
    } catch {
      Ending.exit(error)
    }
  }

  static let configuration = CommandConfiguration(
    commandName: "qjboard",
    abstract:
      "A dashboard of an industrial district: clusters, targets with their lag, projects, each figure with its source.",
    discussion: """
      Examples:
        qjboard                                the board of the built-in data
        qjboard --lang en --view targets       in English, starting with the targets
        qjboard --as-of 2021-12-31             the board as of the end of 2021
        qjboard --data DIR                     another district
        qjboard --plain                        lines of text, no screen
        qjboard show overview --size 120x36    one frame as text
        qjboard list figures --format json     every statement of a figure
        qjboard report --format html -o r.html the dispatch report
        qjboard explain sc2022-gross-output-2025   the derivation of a figure
        qjboard check DIR                      errors and warnings of a dataset
        qjboard init DIR                       a new dataset of your own
        qjboard import projects t.csv --into DIR   preview the import of a CSV table
        qjboard kiosk --data DIR               a rotating screen
        qjboard doctor                         measure the terminal

      Exit codes: 0 done, 64 usage, 65 data invalid, 66 data missing, 70 internal, 74 output failed, 78 \
      configuration; 128 plus the number of a signal.
      The dataset is that of --data, else QJBOARD_DATA, else the configuration file ('qjboard config path'), else the \
      built-in one.
      Problems: open an issue where you obtained the program, with the output of 'qjboard --version' and of 'qjboard doctor'.
      """,
    version: "qjboard \(number)",
    subcommands: [
      KioskCommand.self, ShowCommand.self, ListCommand.self, ReportCommand.self, ExplainCommand.self,
      DiffCommand.self,
      CheckCommand.self, InitCommand.self, ImportCommand.self, DoctorCommand.self, ConfigCommand.self,
      SchemaCommand.self,
    ])

  @OptionGroup var data: DataOptions
  @OptionGroup var look: LookOptions

  @Option(
    help: "The first view: \(PanelRegistry.all.map(\.id).joined(separator: ", ")).",
    completion: .list(PanelRegistry.all.map(\.id)))
  var view: String?

  @Flag(help: "Lines of text instead of a screen, for screen readers and pipes; also ACCESSIBLE=1.")
  var plain = false

  @Flag(help: "Enable the mouse for clicks and scrolling; M switches it off to select text.")
  var mouse = false

  @Flag(name: .customLong("no-clipboard"), help: "Do not write to the terminal's clipboard.")
  var refusesClipboard = false

  @Flag(
    help: """
      For the forced command of an account: write no files, accept no paths, start no programs, ignore the environment \
      except locale and terminal. Also \(Restriction.variable)=1.
      """)
  var restricted = false

  @Option(
    name: .customLong("idle-limit"),
    help: ArgumentHelp(
      "End after this time without a key: 90s, 30m, 2h or off (default: 30m when restricted, else off).",
      valueName: "time"))
  var idleLimit: IdleLimit?

  func validate() throws {
    if let view { try checkView(view) }
    try Restriction.check(data)
  }

  /// Opens the board; without a terminal, prints the first page.
  func run() throws {
    let isScreen = isatty(STDOUT_FILENO) != 0 && isatty(STDIN_FILENO) != 0
    var session = try Session(data: data, look: look, isFollowed: isScreen)
    try Restriction.checkTerminal(session)
    let view = view ?? (session.settings.view.isEmpty ? PanelRegistry.all[0].id : session.settings.view)
    if !isScreen || (session.environment["TERM"] == "dumb" && !Restriction.isAsked) {
      try print(plain: session.state(view: view, width: 80, height: 24, isText: true))
    } else if PlainRule.isPlain(option: plain, session) {
      try PlainLoop.run(session.state(view: view, width: 80, height: 24, isText: true))
    } else {
      try session.open(
        view: view, mayCopy: !refusesClipboard, takesMouse: mouse || session.settings.mouse,
        idleLimit: idleLimit ?? (Restriction.isAsked ? .restricted : IdleLimit(seconds: nil)))
    }
  }
}

/// Refuses an unknown view.
func checkView(_ view: String) throws {
  let ids = PanelRegistry.all.map(\.id)
  guard !ids.contains(view) else { return }
  throw ValidationError(Name(zh: "视图", en: "view"), view, among: ids)
}
