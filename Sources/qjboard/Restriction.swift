import ArgumentParser
import CSignals
import Glibc

/// A session for somebody who must not reach the machine behind it: the forced command of an account, a login shell.
///
/// It writes no file, takes no path, starts no program, and does not believe the environment. What the program promises
/// the system enforces (`qj_confine`).
enum Restriction {
  /// A command that can be used in such a session.
  protocol Allowed {}

  static let variable = "QJBOARD_RESTRICTED"
  static let flag = "--restricted"

  /// Whether the command line or the environment asks for it. There is no way to ask for the contrary.
  static let isAsked: Bool = {
    let value = getenv(variable).map { String(cString: $0) } ?? ""
    // Decided before the options are understood, so that nothing happens outside of it.
    return !["", "0"].contains(value) || Arguments.given.contains { strcmp($0, flag) == 0 }
  }()

  /// What says how the terminal understands characters, and what stands between it and the program: a network, over which
  /// the bytes of a key come apart, and tmux. Nothing more.
  private static let kept = [
    "TERM", "LC_ALL", "LC_CTYPE", "LC_MESSAGES", "LANG", "NO_COLOR", "COLORFGBG", "SSH_CONNECTION", "TMUX",
  ]

  /// Gives up what is not needed, for good. To be called before anything else.
  static func enter() {
    var names = kept.map { strdup($0).map { UnsafePointer($0) } } + [nil]
    qj_environment_keep(&names)
    for name in names { free(UnsafeMutableRawPointer(mutating: name)) }
    // Where the system has no filter of calls, the program still makes none of them.
    _ = qj_confine()
  }

  /// Refuses commands that are not for such sessions.
  static func check(_ command: any ParsableCommand) throws {
    guard isAsked, !(command is any Allowed) else { return }
    let name = type(of: command).configuration.commandName ?? ""
    throw ValidationError(
      zh: "受限会话中不能使用“\(name)”。", en: "'\(name)' cannot be used in a restricted session.")
  }

  /// Refuses a directory of data: in such a session that is for the administrator to set.
  static func check(_ data: DataOptions) throws {
    guard isAsked, data.data != nil else { return }
    throw ValidationError(
      zh: "受限会话中不能使用 --data。", en: "--data cannot be used in a restricted session.")
  }

  /// Ends with one line when there is no terminal on both sides: a forced command of `ssh -T`, of scp and sftp. There the
  /// data would go to a program that does not expect it.
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
  /// Nil is for ever.
  var seconds: Int?

  /// That of a restricted session when none is given.
  static let restricted = IdleLimit(seconds: 30 * 60)

  /// A week; whoever wants more wants none.
  private static let longest = 7 * 24 * 3600

  init(seconds: Int?) { self.seconds = seconds }

  /// `90s`, `30m`, `2h`, or `off`.
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

  /// What is said when a session ended by it.
  var notice: (zh: String, en: String) {
    let value = defaultValueDescription
    return ("\(value) 内没有按键，会话已结束", "no key for \(value), the session has ended")
  }
}
