private import CNcurses
import CSignals
import Glibc

/// The terminal of the process, drawn by ncurses. Only one can exist at a time.
///
/// It is restored at the end of the value's lifetime, by exit(), by every signal that ends the program, and after a
/// crash.
package struct NcursesTerminal: ~Copyable, Terminal {
  /// The options of a terminal.
  package struct Options: Equatable, Sendable {
    /// Whether suspending is disabled, because nobody could continue the program: a forced command, a kiosk.
    package var isRestricted = false
    /// How long an escape byte waits for the rest of a key, in milliseconds; nil for the default of the connection.
    package var escapeDelay: Int?
    /// Whether to ask the terminal for its background colour.
    package var asksBackground = false
    /// Whether the terminal draws characters of ambiguous width two cells wide; they are replaced by ASCII then.
    package var hasWideAmbiguous = false
    /// A descriptor to watch in addition to the keyboard; ``TerminalEvent/woken`` is reported while it is readable.
    package var watched: Int32?
    /// Seconds without a key after which the terminal ends; nil means never.
    package var idleLimit: Int?

    /// Creates the default options.
    package init() {}
  }

  /// The size in cells.
  package private(set) var size: (width: Int, height: Int)
  /// The charset of the terminal; language and glyphs depend on it.
  package let charset: Charset
  /// The number of colours: 0, 8, 16, 88 or 256.
  package var colours: Int { painter.colours }
  /// Problems found while opening the screen, each for its own line.
  package let notes: [TerminalNote]

  private let watch: Watch
  private var keyboard: Keyboard
  private var pending: ArraySlice<TerminalEvent> = []
  private var end: EndReason?
  private var painter: Painter
  /// Whether the terminal type supports a mouse.
  private let hasMouse: Bool
  private var reportsMouse = false

  /// Opens the screen.
  ///
  /// Call it on the main thread before starting others. It adopts the locale for characters, and removes the
  /// environment variables that would override the properties of the terminal.
  ///
  /// - Throws: ``TerminalError`` if the screen cannot be opened.
  package init(options: Options = Options()) throws(TerminalError) {
    if isatty(STDIN_FILENO) == 0 { throw .notATerminal(.input) }
    if isatty(STDOUT_FILENO) == 0 { throw .notATerminal(.output) }
    let (charset, missing) = Charset.adopt()
    let (type, replaced) = try TerminalType.find()
    qj_idle_limit(UInt32(clamping: options.idleLimit ?? 0))
    let signals = qj_signals_start(options.isRestricted)
    if signals < 0 { throw .system(errno) }
    let bytes = TerminalType.restoringBytes
    if qj_restore_prepare(STDOUT_FILENO, bytes, bytes.count) != 0 { throw .system(errno) }

    qj_restore_arm(true)
    guard qj_newterm(type) != nil else {
      qj_restore_now()
      throw .typeTooSimple(type)
    }
    keyboard = Keyboard(
      terminal: TerminalKeys(type: replaced ?? type) { name in
        qj_capability(name).map { Array(String(cString: $0).utf8) }
      },
      escapeDelay: options.escapeDelay ?? EscapeDelay.standard)
    self.charset = charset
    hasMouse = qj_capability("kmous") != nil
    notes =
      (missing.map { [.localeMissing($0)] } ?? []) + (replaced.map { [.typeReplaced($0, by: type)] } ?? [])
    watch = Watch(signals: signals, other: options.watched)
    size = Watch.windowSize
    painter = Painter(charset: charset, hasWideAmbiguous: options.hasWideAmbiguous)

    // No key sends a signal, neither the one that quits with a core dump nor the one that suspends.
    raw()
    noecho()
    nonl()
    resizeterm(Int32(size.height), Int32(size.width))
    // The library reads no keys and requests no other encoding of them. Another program may have left one enabled.
    send(
      RestoringBytes.joined(
        [qj_capability("rmkx").map { String(cString: $0) }, RestoringBytes.pasteOn].compactMap { $0 }))
    guard options.asksBackground else { return }
    if Background.isAnswered(by: type) {
      send(Array(Background.request.utf8))
      keyboard.awaitBackground(until: Watch.now + Self.backgroundLimit)
    } else {
      pending.append(.background(nil))
    }
  }

  /// How long an answer about the background is accepted, in milliseconds.
  private static let backgroundLimit = 100

  deinit {
    if reportsMouse { send(Array(RestoringBytes.mouseOff.utf8)) }
    send(Array(RestoringBytes.pasteOff.utf8))
    // The library would block forever on a client that no longer reads.
    if Watch.outputHasRoom { endwin() } else { qj_restore_now() }
    qj_restore_arm(false)
  }

  /// Draws a frame; only the differences are sent.
  package mutating func present(_ buffer: Buffer, theme: Theme, cursor: Position?) {
    painter.present(buffer, theme: theme, cursor: cursor, size: size)
  }

  /// Copies a text by OSC 52; see ``Clipboard``.
  package mutating func copy(_ text: String) {
    let type = getenv("TERM").map { String(cString: $0) } ?? ""
    send(Clipboard.sequence(text, type: type, isInTmux: getenv("TMUX") != nil))
  }

  /// Switches mouse reports; does nothing for a terminal without a mouse.
  package mutating func reportMouse(_ isReported: Bool) {
    guard isReported != reportsMouse, hasMouse else { return }
    reportsMouse = isReported
    keyboard.takesMouse = isReported
    send(Array((isReported ? RestoringBytes.mouseOn : RestoringBytes.mouseOff).utf8))
  }

  /// Writes bytes that bypass the library. Its own buffer is empty between two frames.
  private func send(_ bytes: [UInt8]) {
    var rest = bytes[...]
    while !rest.isEmpty, Watch.outputHasRoom {
      let count = rest.withUnsafeBytes { Glibc.write(STDOUT_FILENO, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      if count <= 0 { return }
      rest = rest.dropFirst(count)
    }
  }

  /// Waits for an event; nil waits without limit. After the end it returns the same end again.
  package mutating func next(timeoutMilliseconds: Int?) -> TerminalEvent {
    let deadline = timeoutMilliseconds.map { Watch.now + min(max(0, $0), Int(Int32.max)) }
    while true {
      if let end { return .end(end) }
      if let event = pending.popFirst() { return event }
      let ready = watch.wait(until: [deadline, keyboard.deadline].compactMap { $0 }.min())
      if ready.isEmpty {
        pending += keyboard.expire(at: Watch.now)
        if pending.isEmpty, let deadline, deadline <= Watch.now { return .timeout }
      }
      if ready.contains(.signals) { take(watch.receive()) }
      if ready.contains(.lost) {
        end = end ?? .hangup
      } else if ready.contains(.input) {
        takeInput()
      }
      if ready.contains(.other), pending.isEmpty, end == nil { return .woken }
    }
  }

  /// Suspends the program, as Ctrl-Z does elsewhere; ``TerminalEvent/resumed`` is reported when it continues. Does
  /// nothing in a restricted terminal.
  package mutating func suspend() {
    let wantsMouse = reportsMouse
    reportMouse(false)
    defer { reportMouse(wantsMouse) }
    send(Array(RestoringBytes.pasteOff.utf8))
    endwin()
    qj_restore_arm(false)
    qj_signals_suspend()
    resume()
  }

  /// Takes over the terminal again, regardless of what changed meanwhile.
  private mutating func resume() {
    qj_restore_arm(true)
    // Switches the screen and the line discipline even if another program has switched them back.
    endwin()
    size = Watch.windowSize
    resizeterm(Int32(size.height), Int32(size.width))
    painter.forget()
    doupdate()
    send(Array(RestoringBytes.pasteOn.utf8))
    if reportsMouse { send(Array(RestoringBytes.mouseOn.utf8)) }
    pending.append(.resumed)
  }

  private mutating func take(_ signals: Set<Int32>) {
    if let number = [SIGTERM, SIGINT].first(where: signals.contains) {
      end = .signal(number)
    } else if signals.contains(SIGHUP) {
      end = .hangup
    } else if signals.contains(Int32(QJ_IDLE)) {
      end = .idle
    } else if signals.contains(SIGTSTP) {
      suspend()
    } else if signals.contains(SIGCONT) {
      resume()
    } else if signals.contains(SIGWINCH), Watch.windowSize != size {
      size = Watch.windowSize
      resizeterm(Int32(size.height), Int32(size.width))
      painter.forget()
      pending.append(.resize(width: size.width, height: size.height))
    }
  }

  private mutating func takeInput() {
    switch keyboard.read(watch) {
    case .events(let events):
      // An unrequested answer of the terminal is not user activity.
      if events.contains(where: \.isTyped) { qj_idle_restart() }
      pending += events
    case .end: end = .inputClosed
    }
  }
}

extension NcursesTerminal {
  /// Resolves the terminal type of the process on this system, without opening the screen.
  ///
  /// - Returns: the type in use, the unknown type that it replaces (nil if none), and the number of colours.
  /// - Throws: ``TerminalError`` if no type can be used.
  package static func type() throws(TerminalError) -> (name: String, replaced: String?, colours: Int) {
    let (name, replaced) = try TerminalType.find()
    return (name, replaced, max(0, Int(qj_number("colors"))))
  }

  /// The size of the terminal's window in cells, each in 1...1000; 80 x 24 if it is unknown.
  package static var windowSize: (width: Int, height: Int) { Watch.windowSize }
}

/// Determines the capabilities of the terminal.
private enum TerminalType {
  /// Types to try, in this order, if the terminal's type is unknown.
  private static let common = ["xterm-256color", "vt100"]

  /// The directories of the system's terminal descriptions.
  private static let systemDirectories = "/etc/terminfo:/lib/terminfo:/usr/share/terminfo:/usr/lib/terminfo"

  /// Returns the type to use, and the type that it replaces, cleaned.
  static func find() throws(TerminalError) -> (type: String, replaced: String?) {
    let wanted = getenv("TERM").map { String(cString: $0) } ?? ""
    // The size comes only from the terminal, and terminal descriptions only from the system.
    for name in ["LINES", "COLUMNS", "ESCDELAY", "TERMINFO", "TERMINFO_DIRS"] { unsetenv(name) }
    if let own = qj_portable_terminals() {
      // The bundled descriptions are for systems without their own.
      setenv("TERMINFO_DIRS", systemDirectories + ":" + String(cString: own), 1)
    }
    if wanted.isEmpty { throw .typeNotSet }
    if wanted == "dumb" { throw .typeTooSimple(wanted) }
    if isName(wanted), qj_setupterm(wanted, STDOUT_FILENO) > 0 {
      if qj_capability("cup") == nil { throw .typeTooSimple(wanted) }
      return (wanted, nil)
    }
    let shown = TextWidth.fitted(wanted, to: 40)
    for type in common where qj_setupterm(type, STDOUT_FILENO) > 0 { return (type, shown) }
    throw .typeUnknown(shown)
  }

  /// Returns whether it can be the name of a file in the database.
  private static func isName(_ type: String) -> Bool {
    type.utf8.count <= 128 && type.first != "."
      && type.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "-+._".contains($0)) }
  }

  /// The bytes that restore a terminal of the resolved type.
  static var restoringBytes: [UInt8] {
    var strings = RestoringBytes.capabilities.compactMap { qj_capability($0).map { String(cString: $0) } }
    strings.insert(RestoringBytes.pasteOff, at: 0)
    if qj_capability("kmous") != nil { strings.insert(RestoringBytes.mouseOff, at: 0) }
    return RestoringBytes.joined(strings)
  }
}

/// Writes frames to the screen of the terminal library, which sends the differences.
private struct Painter {
  let colours: Int
  private let runs: CellRuns
  /// Whether -1 is a valid colour.
  private let hasOwnColours: Bool
  private var theme = Theme(name: "")
  private var looks: [Style: Look] = [:]
  private var pairs: [Paint: Int16] = [:]
  private var shown: Buffer?
  private var isCursorShown: Bool?

  /// A style in the terms of the library.
  private struct Look {
    var attributes: attr_t
    var pair: Int16
  }

  init(charset: Charset, hasWideAmbiguous: Bool) {
    runs = CellRuns(charset: charset, hasWideAmbiguous: hasWideAmbiguous)
    guard has_colors(), start_color() == OK else {
      colours = 0
      hasOwnColours = false
      return
    }
    hasOwnColours = use_default_colors() == OK
    // Types with more colours have no palette: their numbers are red, green and blue, except for the first 8.
    colours = qj_colours() > 256 ? 8 : Int(qj_colours())
  }

  /// Redraws everything next time, because the content of the screen is unknown.
  mutating func forget() {
    shown = nil
    isCursorShown = nil
    if let screen = qj_current() { clearok(screen, true) }
  }

  mutating func present(_ buffer: Buffer, theme: Theme, cursor: Position?, size: (width: Int, height: Int)) {
    guard let window = qj_screen() else { return }
    if theme != self.theme {
      self.theme = theme
      looks = [:]
      shown = nil
    }
    for y in 0..<size.height where !isShown(row: y, of: buffer) {
      draw(row: y, of: buffer, on: window, width: size.width)
    }
    shown = buffer
    place(cursor, on: window)
    wnoutrefresh(window)
    doupdate()
  }

  private func isShown(row y: Int, of buffer: Buffer) -> Bool {
    guard let shown, shown.width == buffer.width, shown.height == buffer.height else { return false }
    guard y < buffer.height else { return true }
    let range = y * buffer.width..<(y + 1) * buffer.width
    return shown.cells[range] == buffer.cells[range]
  }

  private mutating func draw(
    row y: Int, of buffer: Buffer, on window: UnsafeMutablePointer<WINDOW>, width: Int
  ) {
    wmove(window, Int32(y), 0)
    let runs = runs
    runs.forEach(row: y, of: buffer, width: width) { write($0, $1, on: window) }
  }

  private mutating func write(_ run: [wchar_t], _ style: Style, on window: UnsafeMutablePointer<WINDOW>) {
    if run.isEmpty { return }
    let look = look(of: style)
    wattr_set(window, look.attributes, look.pair, nil)
    waddnwstr(window, run, Int32(clamping: run.count))
  }

  private mutating func look(of style: Style) -> Look {
    if let look = looks[style] { return look }
    let paint = theme.paint(style, colours: colours)
    var attributes: attr_t = 0
    if paint.attributes.contains(.bold) { attributes |= qj_bold() }
    if paint.attributes.contains(.dim) { attributes |= qj_dim() }
    if paint.attributes.contains(.reverse) { attributes |= qj_reverse() }
    if paint.attributes.contains(.underline) { attributes |= qj_underline() }
    let look = Look(attributes: attributes, pair: pair(of: paint))
    looks[style] = look
    return look
  }

  /// Returns the pair of the two colours, created on first use; the default pair if none is left.
  private mutating func pair(of paint: Paint) -> Int16 {
    let colours = Paint(foreground: paint.foreground, background: paint.background, attributes: [])
    if self.colours == 0 || (colours.foreground < 0 && colours.background < 0) { return 0 }
    if let pair = pairs[colours] { return pair }
    let next = pairs.count + 1
    guard next < qj_pairs(), let pair = Int16(exactly: next) else { return 0 }
    let foreground = hasOwnColours ? colours.foreground : max(colours.foreground, Self.white(colours))
    let background = hasOwnColours ? colours.background : max(colours.background, 0)
    guard init_pair(pair, foreground, background) == OK else { return 0 }
    pairs[colours] = pair
    return pair
  }

  /// The text colour of terminals without a number for the default.
  private static func white(_ paint: Paint) -> Int16 { paint.foreground < 0 ? 7 : 0 }

  private mutating func place(_ cursor: Position?, on window: UnsafeMutablePointer<WINDOW>) {
    if isCursorShown != (cursor != nil) {
      curs_set(cursor == nil ? 0 : 1)
      isCursorShown = cursor != nil
    }
    leaveok(window, cursor == nil)
    if let cursor {
      wmove(
        window, Int32(clamping: min(max(0, cursor.y), Int(getmaxy(window)) - 1)),
        Int32(clamping: min(max(0, cursor.x), Int(getmaxx(window)) - 1)))
    }
  }
}
