import ArgumentParser
import CSignals
import Glibc

/// A session for a user who must not access the rest of the machine: the forced command of an account, a login shell.
///
/// It writes no files, accepts no paths, starts no programs, and does not trust the environment. The system enforces
/// these restrictions (`qj_confine`).
enum Restriction {
  /// A command that is available in a restricted session.
  protocol Allowed {}

  static let variable = "QJBOARD_RESTRICTED"
  static let flag = "--restricted"

  /// Whether the command line or the environment requests it. Nothing can revoke the request.
  static let isAsked: Bool = {
    let value = getenv(variable).map { String(cString: $0) } ?? ""
    // Decided before the options are parsed, so that nothing runs unrestricted.
    return !["", "0"].contains(value) || Arguments.given.contains { strcmp($0, flag) == 0 }
  }()

  /// The only variables that are kept: those for the character set of the terminal, and for the network or tmux between
  /// it and the program, where the bytes of a key may arrive separately.
  private static let kept = [
    "TERM", "LC_ALL", "LC_CTYPE", "LC_MESSAGES", "LANG", "NO_COLOR", "COLORFGBG", "SSH_CONNECTION", "TMUX",
  ]

  /// Removes unneeded environment variables and confines the process, permanently. Call this before anything else.
  static func enter() {
    var names = kept.map { strdup($0).map { UnsafePointer($0) } } + [nil]
    qj_environment_keep(&names)
    for name in names { free(UnsafeMutableRawPointer(mutating: name)) }
    // On a system without a system call filter, the program still makes none of the filtered calls.
    _ = qj_confine()
  }

  /// Refuses commands that are not available in restricted sessions.
  static func check(_ command: any ParsableCommand) throws {
    guard isAsked, !(command is any Allowed) else { return }
    let name = type(of: command).configuration.commandName ?? ""
    throw ValidationError(
      zh: "受限会话中不能使用“\(name)”。", en: "'\(name)' cannot be used in a restricted session.")
  }

  /// Refuses a data directory: in a restricted session the administrator sets it.
  static func check(_ data: DataOptions) throws {
    guard isAsked, data.data != nil else { return }
    throw ValidationError(
      zh: "受限会话中不能使用 --data。", en: "--data cannot be used in a restricted session.")
  }

  /// Ends with one line if input or output is not a terminal: a forced command of `ssh -T`, scp or sftp. The data would
  /// then go to a program that does not expect it.
  static func checkTerminal(_ session: Session) throws {
    guard isAsked, isatty(STDIN_FILENO) == 0 || isatty(STDOUT_FILENO) == 0 else { return }
    Console.complain(
      session.language == .zh
        ? "此账号只能查看看板，需要终端；请用 ssh -t 登录" : "this account only shows the board, in a terminal; log in by ssh -t"
    )
    throw ExitCode(64)
  }
}

/// How long a session stays open without a key.
struct IdleLimit: ExpressibleByArgument, Equatable {
  /// The limit in seconds; nil means no limit.
  var seconds: Int?

  /// The default of a restricted session.
  static let restricted = IdleLimit(seconds: 30 * 60)

  /// The longest limit: a week. Use `off` for more.
  private static let longest = 7 * 24 * 3600

  init(seconds: Int?) { self.seconds = seconds }

  /// Parses `90s`, `30m`, `2h`, or `off`.
  init?(argument: String) {
    if argument == "off" {
      seconds = nil
      return
    }
    let units: [Character: Int] = ["s": 1, "m": 60, "h": 3600]
    guard let last = argument.last, let unit = units[last], argument.allSatisfy(\.isASCII),
      argument.first?.isNumber == true, let number = Int(argument.dropLast()), number > 0,
      number <= IdleLimit.longest / unit
    else { return nil }
    seconds = number * unit
  }

  var defaultValueDescription: String {
    seconds.map { $0 % 60 == 0 ? "\($0 / 60)m" : "\($0)s" } ?? "off"
  }

  /// The message after a session ended by this limit.
  var notice: (zh: String, en: String) {
    let value = defaultValueDescription
    return ("\(value) 内没有按键，会话已结束", "no key for \(value); session ended")
  }
}
