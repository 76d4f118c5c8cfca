import App
import ArgumentParser
import Canvas
import Domain
import Glibc
import Store

/// Runs a kiosk: the terminal, the clocks, the thread that reads the data, and the service manager.
struct KioskSession {
  let options: KioskOptions
  let data: DataOptions
  let look: LookOptions

  /// How long the first frame waits for the data, in milliseconds, to avoid a flash of the waiting screen.
  private static let firstWait: Int32 = 500

  func run() throws {
    let (charset, _) = Charset.adopt()
    let environment = Environment.all
    let rule = LanguageRule(environment: environment, charset: charset)
    let preferences = try Preferences(
      environment, data: data, look: look, rule.language(look.language ?? .auto))
    let language = rule.language(preferences.settings.language)
    let reason: EndReason?
    do {
      reason = try open(environment, charset, preferences, language)
    } catch let error as TerminalError {
      Console.complain(language == .zh ? error.chinese : error.english)
      throw ExitCode(70)
    }
    if let reason { throw ExitCode(reason.exitStatus) }
  }

  private func open(
    _ environment: [String: String], _ charset: Charset, _ preferences: Preferences, _ language: Language
  ) throws -> EndReason? {
    let settings = preferences.settings
    var options = options
    if options.exit.isEmpty {
      options.exit = settings.kioskExitKey.split(separator: " ").compactMap { Key(name: String($0)) }
    }
    let directory = settings.data.flatMap { $0.isEmpty ? nil : $0 }
    let reader = try directory.map(KioskSession.reader)
    let dataset = directory == nil ? try DatasetLoader.builtIn().dataset : nil
    var terminalOptions = NcursesTerminal.Options()
    terminalOptions.escapeDelay = settings.escapeDelay
    terminalOptions.hasWideAmbiguous = settings.ambiguousWidth == .wide
    terminalOptions.isRestricted = true
    terminalOptions.asksBackground = settings.colour != .never
    terminalOptions.watched = reader?.descriptor
    var terminal = try NcursesTerminal(options: terminalOptions)
    var kiosk = KioskState(
      dataset: dataset, asOf: data.day, options: options, time: Clock.moment, language: language,
      theme: ThemeRule(environment: environment, themes: preferences.themes).theme(settings),
      glyphs: settings.drawn(in: charset, terminal: environment["TERM"]),
      width: terminal.size.width,
      height: terminal.size.height)
    kiosk.fitBackground {
      $0.themes = preferences.themes
      $0.expectBackground(environment, settings)
    }
    reader.map { KioskSession.waitForFirst($0) }
    let manager = Manager()
    let loop = RunLoop(
      time: { Clock.moment },
      feed: reader.map { reader in
        (
          { reader.news(now: Clock.monotonic).flatMap { Event($0, since: Clock.dateAndTime) } },
          { reader.timeout }
        )
      }, heartbeatInterval: manager.interval)
    return loop.run(&kiosk, on: &terminal, heartbeat: { manager.sendHeartbeat(for: $0) })
  }

  private static func reader(_ directory: String) throws -> DatasetReader {
    do throws(SystemError) {
      return try DatasetReader(directory: directory)
    } catch {
      Console.complain(
        Name(
          zh: "无法开始读取 \(directory)：\(error.name.zh)",
          en: "cannot read \(directory): \(error.name.en)")[
            UsageLanguage.current])
      throw ExitCode(70)
    }
  }

  private static func waitForFirst(_ reader: DatasetReader) {
    var ready = [pollfd(fd: reader.descriptor, events: Int16(POLLIN), revents: 0)]
    poll(&ready, 1, firstWait)
  }
}

/// The service manager, notified no more often than it requires.
private final class Manager {
  private let notifier = ServiceNotifier(
    environment: Environment.values(of: ["NOTIFY_SOCKET", "WATCHDOG_USEC", "WATCHDOG_PID"]), process: getpid()
  )
  private var status: String?
  /// When it was last notified that the program is alive, in milliseconds of the monotonic clock.
  private var lastHeartbeat: Int?

  var interval: Int? { notifier?.watchdogInterval }

  func sendHeartbeat(for kiosk: KioskState) {
    guard let notifier else { return }
    let now = Clock.monotonic
    if lastHeartbeat == nil { notifier.notifyReady() }
    if kiosk.summary != status {
      status = kiosk.summary
      notifier.notifyStatus(kiosk.summary)
    }
    guard now - (lastHeartbeat ?? .min / 2) >= (notifier.watchdogInterval ?? .max) / 2 || lastHeartbeat == nil
    else { return }
    lastHeartbeat = now
    if notifier.watchdogInterval != nil { notifier.notifyAlive() }
  }

  deinit { notifier?.notifyStopping() }
}

extension Refusal {
  /// The first error and the number of errors; nil if there are only warnings.
  init?(_ diagnostics: [Diagnostic], since: String) {
    let faults = diagnostics.filter { $0.severity == .error }
    guard let first = faults.first else { return nil }
    self.init(fault: first, count: faults.count, since: since)
  }
}

extension Environment {
  static func values(of names: [String]) -> [String: String] {
    names.reduce(into: [:]) { values, name in
      if let value = getenv(name) { values[name] = String(cString: value) }
    }
  }
}

extension Clock {
  static var moment: Moment {
    var now = time(nil)
    var parts = tm()
    localtime_r(&now, &parts)
    return Moment(monotonic: monotonic, day: today, minute: Int(parts.tm_hour) * 60 + Int(parts.tm_min))
  }

  /// `2026-11-21 14:05`
  static var dateAndTime: String { "\(today) \(timeOfDay)" }
}
