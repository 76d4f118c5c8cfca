import Foundation
import Testing

/// `show`, as a user's shell runs it.
struct ShowTests {
  @Test func `the three formats say the same`() throws {
    let text = try Command.run("show", "targets", "--size", "80x24", "--lang", "zh")
    let ansi = try Command.run("show", "targets", "--size", "80x24", "--lang", "zh", "--format", "ansi")
    let html = try Command.run("show", "targets", "--size", "80x24", "--lang", "zh", "--format", "html")
    for result in [text, ansi, html] { #expect(result.status == 0 && result.error.isEmpty) }
    #expect(text.lines.count == 24 && ansi.lines.count == 24)
    #expect(!text.bytes.contains(0x1B) && ansi.bytes.contains(0x1B))
    #expect(html.output.hasPrefix("<!DOCTYPE html>\n<html lang=\"zh-CN\">"))
    for word in ["<script", "http", "src=", "url("] { #expect(!html.output.contains(word)) }
  }

  @Test func `the page is well formed, and its text is the frame's`() throws {
    let program = """
      import html.parser, subprocess, sys
      q = sys.argv[1]
      run = lambda *a: subprocess.run([q, 'show', *a], capture_output=True, check=True).stdout.decode()
      class Page(html.parser.HTMLParser):
          def __init__(self):
              super().__init__(); self.open = []; self.text = ''
          def handle_starttag(self, tag, attributes):
              if tag != 'meta': self.open.append(tag)
          def handle_endtag(self, tag):
              assert self.open.pop() == tag, tag
          def handle_data(self, data):
              if 'pre' in self.open: self.text += data
      for view in sys.argv[2:]:
          for lang in ['zh', 'en']:
              page = Page(); page.feed(run(view, '--lang', lang, '--format', 'html')); page.close()
              assert not page.open, page.open
              lines = [l.rstrip() for l in page.text.split('\\n')]
              assert lines == run(view, '--lang', lang).split('\\n')[:-1], (view, lang)
      """
    let directory = try ScratchDirectory()
    try directory.write(program, to: "read.py")
    let read = try Command.shell(
      "python3 read.py \"$QJBOARD\" \(OptionTable.views.joined(separator: " "))", directory: directory.path)
    #expect(read.status == 0, "\(read.error)")
  }

  @Test func `colours are refused, honoured or not there`() throws {
    func ansi(_ arguments: String..., environment: [String: String] = [:]) throws -> String {
      try Command.run(
        ["show", "targets", "--format", "ansi"] + arguments, environment: environment
      ).output
    }
    let coloured = try ansi()
    #expect(coloured.contains("38;5;"))
    #expect(try ansi("--theme", "light") != coloured)
    #expect(try !ansi("--color", "never").contains("38;5;"))
    #expect(try !ansi(environment: ["NO_COLOR": "1"]).contains("38;5;"))
    #expect(try ansi("--color", "always", environment: ["NO_COLOR": "1"]) == coloured)
    for option in [["--theme", "light"], ["--color", "always"]] {
      let result = try Command.run(["show", "targets"] + option)
      #expect(result.status == 64 && result.bytes.isEmpty && result.error.contains(option[0]))
    }
    #expect(try Command.run("show", "targets", "--color", "never").status == 0)
  }

  @Test func `a record is selected by id or name, and opened`() throws {
    let base = [
      "show", "projects", "--data", Package.path("fixtures/small"), "--as-of", "2023-07-31", "--lang", "en",
      "--size", "80x24",
    ]
    let plain = try Command.run(base)
    let selected = try Command.run(base + ["--select", "dairy", "--format", "ansi"])
    #expect(selected.status == 0)
    #expect(try selected.bytes == Command.run(base + ["--select", "牛奶厂", "--format", "ansi"]).bytes)
    let opened = try Command.run(base + ["--select", "Dairy", "--open"])
    #expect(opened.status == 0 && opened.output != plain.output && opened.output.contains("Dairy"))
    #expect(!opened.output.contains("Gear works"))
    let unknown = try Command.run(base + ["--select", "dary"])
    #expect(unknown.status == 64 && unknown.bytes.isEmpty && unknown.error.contains("dairy"))
    let none = try Command.run("show", "overview", "--select", "x")
    #expect(none.status == 64 && none.errorLines.count == 1)
  }

  @Test func `a file appears whole, and only when it can be written`() throws {
    let directory = try ScratchDirectory()
    let plain = try Command.run("show", "overview")
    for arguments in [["-o", "frame.txt"], ["--output", "-"]] {
      let result = try Command.run(["show", "overview"] + arguments, directory: directory.path)
      #expect(result.status == 0 && result.error.isEmpty)
      #expect(result.bytes == (arguments[1] == "-" ? plain.bytes : []))
    }
    #expect(directory.bytes(of: "frame.txt") == plain.bytes)
    let nowhere = try Command.run(["show", "overview", "-o", "no/such/file"], directory: directory.path)
    #expect(nowhere.status == 74 && nowhere.errorLines.count == 1)
    let full = try Command.run("show", "overview", "-o", "/dev/full")
    #expect(full.status == 74 && full.errorLines.count == 1)
    let left = try Command.shell("ls -A", directory: directory.path)
    #expect(left.lines == ["frame.txt"])
  }

  @Test func `frames in a GB charset keep their columns`() throws {
    let result = try Command.run(
      ["show", "overview", "--size", "80x24"], environment: ["LC_ALL": "zh_CN.GBK"])
    #expect(result.status == 0)
    let lines = result.bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    // Two bytes are two columns in GBK, one is one.
    #expect(lines.count == 25 && lines.allSatisfy { $0.count <= 80 } && lines.contains { $0.count > 70 })
  }

  @Test(arguments: OptionTable.views)
  func `nothing of ambiguous width is left for a terminal that draws it wide`(view: String) throws {
    for language in ["zh", "en"] {
      let result = try Command.run(
        "show", view, "--size", "120x36", "--lang", language, "--ambiguous-width", "wide", "--color", "never")
      #expect(result.status == 0 && result.lines.count == 36)
      for line in result.lines {
        let left = line.filter { "“”‘’—–…·×→↓↑█▏─│┃≠≤≥±●○◇◷✓✗▲▼".contains($0) }
        #expect(left.isEmpty || left.allSatisfy { "✓✗".contains($0) }, "\(line)")
        #expect(line.unicodeScalars.reduce(0) { $0 + ($1.value < 0x1100 ? 1 : 2) } <= 120)
      }
    }
  }

  @Test func `a day beyond today is remarked on`() throws {
    let late = try Command.run("show", "overview", "--as-of", "2999", "--lang", "en")
    #expect(late.status == 0 && late.errorLines.count == 1)
  }

  /// Of a file of another kind every record is a fault.
  @Test func `of many faults the first are reported, and how many more there are`() throws {
    let data = try ScratchDirectory()
    for name in try FileManager.default.contentsOfDirectory(atPath: Package.path("fixtures/small"))
    where name.hasSuffix(".json") {
      try data.write(
        try String(contentsOfFile: Package.path("fixtures/small/\(name)"), encoding: .utf8), to: name)
    }
    let bad = (0..<150).map { "{\"id\": \"s-\($0)\"}" }.joined(separator: ",")
    try data.write("{\"strengths\": [\(bad)]}", to: "strengths-more.json")
    let show = try Command.run("show", "overview", "--data", data.path, "--lang", "en")
    let check = try Command.run("check", data.path, "--lang", "en")
    let count = check.lines.count { $0.contains("error:") }
    #expect(show.status == 65 && show.bytes.isEmpty && count > 150)
    #expect(show.errorLines.count == 101)
    #expect(show.errorLines.last == "and \(count - 100) more; 'qjboard check' lists them all.")
  }
}
