import Glibc

@testable import App
@testable import Canvas
@testable import Domain
@testable import Output
@testable import Panels
@testable import Store

/// Runs libFuzzer on the part of the program that QJBOARD_FUZZ names: loader, csv, workbook, keys or frame. Built by script/fuzz.
///
/// A promise that is broken traps, which libFuzzer reports with the input that led there.
@main
enum Fuzz {
  enum Subject: String {
    case loader, csv, workbook, keys, frame

    var run: ([UInt8]) -> Void {
      switch self {
      case .loader: LoaderFuzz.run
      case .csv: CSVFuzz.run
      case .workbook: WorkbookFuzz.run
      case .keys: { _ = KeyFuzz.bursts($0) }
      case .frame: FrameFuzz.run
      }
    }
  }

  nonisolated(unsafe) private static var subject = Subject.loader

  static func main() {
    setlocale(LC_CTYPE, "C.UTF-8")
    guard let name = getenv("QJBOARD_FUZZ"), let subject = Subject(rawValue: String(cString: name)) else {
      print("QJBOARD_FUZZ must be loader, csv, workbook, keys or frame")
      exit(64)
    }
    self.subject = subject
    var count = CommandLine.argc
    var arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = CommandLine.unsafeArgv
    exit(
      drive(&count, &arguments) { start, count in
        Fuzz.subject.run(Array(UnsafeBufferPointer(start: start, count: count)))
        return 0
      })
  }
}

/// What libFuzzer offers to programs that have a main function of their own.
@_extern(c, "LLVMFuzzerRunDriver")
private func drive(
  _ count: UnsafeMutablePointer<CInt>,
  _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?>,
  _ test: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt

/// One file of a small dataset is replaced: the first byte says which, the rest is what it holds.
enum LoaderFuzz {
  static let files = (try? InputFile.readDirectory("fixtures/small")) ?? []

  static func run(_ bytes: [UInt8]) {
    precondition(!files.isEmpty, "to be run in the directory of the package")
    guard let first = bytes.first else { return }
    var files = files
    files[Int(first) % files.count].bytes = Array(bytes.dropFirst())
    do throws(LoadFailure) {
      let loaded = try DatasetLoader.load(files: files, place: "data")
      for diagnostic in loaded.warnings { FuzzCheck.check(diagnostic) }
      for panel in PanelRegistry.all {
        FuzzCheck.check(Frame.render(FrameFuzz.state(loaded.dataset, panel.id)))
      }
    } catch {
      precondition(!error.diagnostics.isEmpty, "refused without a reason")
      for diagnostic in error.diagnostics { FuzzCheck.check(diagnostic) }
    }
  }
}

/// A table in any encoding, read and planned as `qjboard import` does: the first byte says of what kind.
enum CSVFuzz {
  static func run(_ bytes: [UInt8]) {
    guard let first = bytes.first else { return }
    do throws(ImportFailure) {
      let text = try TextEncoding.auto.decode(Array(bytes.dropFirst())).text
      let table = try CSVReader.read(text)
      precondition(table.count > 1 && table.line(0) >= 1, "a table without rows")
      try plan(table, first)
    } catch {
      check(error)
    }
  }

  static func plan(_ table: Grid, _ first: UInt8) throws(ImportFailure) {
    let plan = try TableImport.plan(
      first % 2 == 0 ? .projects : .observations, table, options: TableImport.Options(),
      dataset: FrameFuzz.dataset, files: LoaderFuzz.files, directory: "data")
    // The columns of a transposed table are its rows.
    precondition(plan.rows < max(table.count, table.width), "rows that nobody wrote")
  }

  static func check(_ error: ImportFailure) {
    precondition(!error.faults.isEmpty, "refused without a reason")
    for fault in error.faults {
      precondition(!fault.message.zh.isEmpty && (fault.line ?? 1) >= 1, "without a place")
    }
  }
}

/// An archive as a workbook, or the XML of a sheet with two shared texts: the first byte says which, and what its rows are.
enum WorkbookFuzz {
  static func run(_ bytes: [UInt8]) {
    guard let first = bytes.first else { return }
    let rest = Array(bytes.dropFirst())
    do throws(ImportFailure) {
      if first & 2 == 0 {
        try CSVFuzz.plan(sheet(rest), first)
      } else {
        let book = try Workbook(rest)
        for sheet in book.sheets { try CSVFuzz.plan(book.grid(sheet), first) }
      }
    } catch {
      CSVFuzz.check(error)
    }
  }

  private static func sheet(_ xml: [UInt8]) throws(ImportFailure) -> Grid {
    let texts = SharedTexts()
    try read("<sst><si><t>项目名称</t></si><si><t>总投资（万元）</t></si></sst>".utf8.map { $0 }, texts)
    let formats = ["General", "0.0%", "yyyy/m/d", "0!.0,", "0\"亿元\""].map { NumberFormat($0) }
    let reader = SheetReader(name: "S", texts: texts, formats: formats, numbers: CellNumber(is1904: false))
    try read(xml, reader)
    let grid = reader.finished()
    precondition(grid.count <= CSVReader.rowLimit && grid.width <= CSVReader.columnLimit, "beyond the limits")
    guard grid.count > 1 else { throw ZipArchive.damaged("") }
    return grid
  }

  private static func read(_ xml: [UInt8], _ handler: any XMLHandler) throws(ImportFailure) {
    try XMLReader.read("fuzz", handler) { take throws(ImportFailure) in
      // A block for each 100 bytes, as a document arrives in pieces.
      for start in stride(from: 0, to: xml.count, by: 100) {
        let block = Array(xml[start..<min(start + 100, xml.count)])
        try block.withUnsafeBytes { raw throws(ImportFailure) in try take(raw) }
      }
    }
  }
}

/// Bytes of the terminal, in bursts that end at zeros.
enum KeyFuzz {
  static func bursts(_ bytes: [UInt8]) -> [[TerminalEvent]] {
    var decoder = InputDecoder()
    decoder.takesMouse = true
    var time = 0
    return bytes.split(separator: 0).map { burst in
      let events = decoder.events(burst, at: time)
      for event in events { check(event) }
      // Every other burst is followed by a silence.
      time += burst.count % 2 == 0 ? 10 : 10_000
      let late = decoder.deadline.map { $0 <= time } == true ? decoder.expire(at: time) : nil
      precondition(decoder.deadline.map { $0 > time } ?? true, "what is never finished")
      return events + (late.map { [$0] } ?? [])
    }
  }

  /// What is pasted is one line without controls.
  private static func check(_ event: TerminalEvent) {
    guard case .paste(let text) = event else { return }
    precondition(text.unicodeScalars.allSatisfy { $0.value >= 0x20 && !(0x7F...0x9F).contains($0.value) })
  }
}

/// Two bytes of size, then what is typed; every burst is drawn.
enum FrameFuzz {
  static let dataset =
    (try? DatasetLoader.load(files: LoaderFuzz.files, place: "data").dataset) ?? Dataset()

  static func run(_ bytes: [UInt8]) {
    guard bytes.count > 2 else { return }
    var state = state(dataset, PanelRegistry.all[0].id)
    _ = update(&state, .resize(width: Int(bytes[0]) + 1, height: Int(bytes[1]) / 2 + 1))
    for burst in KeyFuzz.bursts(Array(bytes.dropFirst(2).prefix(400))) {
      for event in burst {
        switch event {
        case .key(let key): _ = update(&state, .key(key))
        case .mouse(let mouse): _ = update(&state, .mouse(mouse))
        case .paste(let text): _ = update(&state, .paste(text))
        case .background(let background): _ = update(&state, .background(background))
        default: preconditionFailure("no such input")
        }
      }
      let frame = Frame.render(state)
      precondition(frame.width == state.width && frame.height == state.height, "another size")
      FuzzCheck.check(frame)
    }
  }

  static func state(_ dataset: Dataset, _ view: String) -> AppState {
    AppState(
      dataset: dataset, asOf: nil, today: Day("2024-11-15") ?? .distantFuture, language: .en, theme: .dark,
      glyphs: .blocks, width: 80, height: 24, view: view)
  }
}

/// What must hold whatever came in.
enum FuzzCheck {
  /// No control reaches the terminal.
  static func check(_ frame: Buffer) {
    for cell in frame.cells {
      for scalar in cell.glyph.unicodeScalars { check(scalar) }
    }
  }

  /// An error has a place, and its words are harmless.
  static func check(_ diagnostic: Diagnostic) {
    for language in Language.allCases {
      for scalar in TextWidth.cleaned(diagnostic.message(language)).unicodeScalars { check(scalar) }
    }
    guard diagnostic.severity == .error, diagnostic.path != "data" else { return }
    precondition(diagnostic.line != nil && diagnostic.column != nil, "no place: \(diagnostic.message(.en))")
  }

  private static func check(_ scalar: Unicode.Scalar) {
    precondition(
      scalar.value >= 0x20 && !(0x7F...0x9F).contains(scalar.value)
        && !(0x202A...0x202E).contains(scalar.value)
        && !(0x2066...0x2069).contains(scalar.value), "U+\(String(scalar.value, radix: 16)) on the screen")
  }
}
