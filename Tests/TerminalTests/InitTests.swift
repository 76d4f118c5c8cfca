import Glibc
import Testing

/// `init` asks on a terminal for what no option says.
@Suite(.enabled(if: Program.isBuilt), .serialized)
struct InitTests {
  private final class Place {
    let path: String

    init() throws {
      var template = Array("/tmp/qjboard-init-XXXXXX".utf8CString)
      path = String(cString: try #require(mkdtemp(&template)))
    }

    deinit {
      for name in ["d", ""] {
        let directory = "\(path)/\(name)"
        guard let entries = opendir(directory) else { continue }
        while let entry = readdir(entries) {
          let file = withUnsafePointer(to: &entry.pointee.d_name) {
            $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
          }
          if file != ".", file != ".." { unlink("\(directory)/\(file)") }
        }
        closedir(entries)
        rmdir(directory)
      }
    }

    func holds(_ text: String, _ file: String) -> Bool {
      guard let stream = fopen("\(path)/d/\(file)", "r") else { return false }
      defer { fclose(stream) }
      var bytes = [UInt8](repeating: 0, count: 1 << 16)
      let count = fread(&bytes, 1, bytes.count, stream)
      return String(decoding: bytes[..<count], as: UTF8.self).contains(text)
    }
  }

  @Test func `answers make a dataset, and a bad one is asked again`() throws {
    let place = try Place()
    let terminal = try PseudoTerminal([Program.path, "init", "\(place.path)/d", "--lang", "en"])
    let answers = [
      ("Name of the district:", "\n"), ("the name is empty; write a name.", "江城区\n"),
      ("Language of names: zh, en or both [zh]:", "\n"), ("First and last year of the plan [", "2025\n"),
      ("'2025' is not a pair of years; write 2021-2025.", "2021-2025\n"),
      ("Name of the classification of industry [", "五大产业\n"),
      ("Its clusters, separated by commas [", "装备，电子\n"),
    ]
    for (question, answer) in answers {
      #expect(terminal.wait(for: question), "\(question) \(terminal.screen.lines)")
      terminal.type(answer)
    }
    #expect(terminal.end() == .exited(0))
    #expect(terminal.screen.lines.contains { $0.contains("Made \(place.path)/d") })
    #expect(place.holds("五大产业", "classifications.json") && place.holds("电子", "clusters.json"))
    #expect(place.holds("2021-01-01", "plans.json") && place.holds("江城区工业发展", "dataset.json"))
  }

  @Test func `the end of the input leaves nothing`() throws {
    let place = try Place()
    let terminal = try PseudoTerminal([Program.path, "init", "\(place.path)/d", "--lang", "en"])
    #expect(terminal.wait(for: "Name of the district:"))
    terminal.type("\u{4}")
    #expect(terminal.end() == .exited(64))
    #expect(terminal.screen.lines.contains { $0.contains("Nothing was written.") })
    #expect(access("\(place.path)/d", F_OK) != 0)
  }

  @Test func `a directory that is not empty is refused before any question`() throws {
    let place = try Place()
    let file = "\(place.path)/x"
    close(open(file, O_CREAT | O_WRONLY, 0o644))
    let terminal = try PseudoTerminal([Program.path, "init", place.path, "--lang", "en"])
    #expect(terminal.end() == .exited(64))
    #expect(!terminal.screen.lines.contains { $0.contains("Name of the district") })
    #expect(access(file, F_OK) == 0)
  }
}
