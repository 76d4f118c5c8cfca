import App
import ArgumentParser
import CSignals
import Canvas
import Domain

struct KioskCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "kiosk",
    abstract:
      "Show the board on a screen that nobody operates: it rotates, follows its data, and cannot be left.",
    discussion: """
      Examples:
        qjboard kiosk --data /srv/qjboard
        qjboard kiosk --interval 20s --views overview,projects --dim 22:00-06:30
        qjboard kiosk --exit-key 'Ctrl-X Ctrl-Q'

      Visitors can change pages with the arrows and digits; the rotation continues after a minute. Other keys have no \
      effect. SIGTERM ends the kiosk, as do the keys of --exit-key.
      While the data are invalid, half-written or missing, the last good data stay on the screen, with a line that \
      reports the fault, its place and time.
      Under systemd it reports that it is ready and alive (Type=notify, WatchdogSec=).
      """)

  @Option(help: ArgumentHelp("Time per page: 15s, 2m; 3s to 1h.", valueName: "time"))
  var interval: String = "15s"

  @Option(
    help: ArgumentHelp(
      "The views to rotate through, in their order: \(KioskRegistry.ids.joined(separator: ",")).",
      valueName: "names"))
  var views: String?

  @Option(
    help: ArgumentHelp("The hours in which the screen is dimmed, such as 22:00-06:30.", valueName: "hours"))
  var dim: String?

  @Option(
    help: ArgumentHelp(
      "The keys that end it when pressed one after the other, such as 'Ctrl-X Ctrl-Q' or F12; else those of the configuration's kiosk_exit_key, if any.",
      valueName: "keys"))
  var exitKey: String?

  @ParentCommand var board: QJBoard
  @OptionGroup var data: DataOptions
  @OptionGroup var look: LookOptions

  func validate() throws {
    _ = try options()
  }

  private func options() throws -> KioskOptions {
    var options = KioskOptions()
    guard let milliseconds = KioskCommand.milliseconds(interval) else {
      throw ValidationError(
        zh: "“\(TextWidth.cleaned(interval))”不是间隔；请写 3s 到 3600s，或 1m 到 60m。",
        en: "'\(TextWidth.cleaned(interval))' is not an interval; write 3s to 3600s, or 1m to 60m.")
    }
    options.interval = milliseconds
    if let views { options.views = try KioskCommand.list(views) }
    if let dim {
      guard let hours = DimHours(dim) else {
        throw ValidationError(
          zh: "“\(TextWidth.cleaned(dim))”不是时段；请写 22:00-06:30。",
          en: "'\(TextWidth.cleaned(dim))' is not a range of hours; write 22:00-06:30.")
      }
      options.dim = hours
    }
    if let exitKey { options.exit = try KioskCommand.keys(exitKey) }
    return options
  }

  /// Parses `15s`, `2m`, `1h`, or `15` for seconds, to milliseconds; nil outside 3 seconds to 1 hour.
  static func milliseconds(_ text: String) -> Int? {
    let units: [Character: Int] = ["s": 1000, "m": 60_000, "h": 3_600_000]
    let unit = text.last.flatMap { units[$0] }
    let digits = unit == nil ? text[...] : text.dropLast()
    guard (1...5).contains(digits.count), digits.allSatisfy({ $0.isASCII && $0.isNumber }),
      let count = Int(digits)
    else { return nil }
    let milliseconds = count * (unit ?? 1000)
    return (3000...3_600_000).contains(milliseconds) ? milliseconds : nil
  }

  private static func list(_ text: String) throws -> [String] {
    let names = text.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    for name in names where !KioskRegistry.ids.contains(name) {
      throw ValidationError(
        Name(zh: "视图", en: "view"), name, among: KioskRegistry.ids,
        in: Name(zh: "大屏轮播中", en: " in the kiosk"))
    }
    guard Set(names).count == names.count else {
      throw ValidationError(zh: "--views 中有视图重复。", en: "--views has a view twice.")
    }
    return names
  }

  private static func keys(_ text: String) throws -> [Key] {
    let names = text.split(separator: " ").map(String.init)
    guard (1...KioskOptions.longestExit).contains(names.count) else {
      throw ValidationError(
        zh: "--exit-key 为 1 到 16 个按键，以空格分隔，如 'Ctrl-X Ctrl-Q'。",
        en: "--exit-key takes 1 to 16 keys with blanks between them, such as 'Ctrl-X Ctrl-Q'.")
    }
    return try names.map { name in
      guard let key = Key(name: name) else {
        throw ValidationError(
          zh: "“\(TextWidth.cleaned(name))”不是按键；请写 F12、Ctrl-X、Enter 或一个字符。",
          en: "'\(TextWidth.cleaned(name))' is not a key; write F12, Ctrl-X, Enter or a character.")
      }
      return key
    }
  }

  func run() throws {
    let session = KioskSession(
      options: try options(), data: data.over(board.data), look: look.over(board.look))
    // A visitor must reach only the pages. On a system without a system call filter, the program still makes none of
    // the filtered calls.
    _ = qj_confine_service()
    try session.run()
  }
}
