import Foundation
import Testing

/// Views, kinds and themes that documents and scripts list are those of the program.
struct ListedValuesTests {
  private let views = OptionTable.views
  private let kinds = OptionTable.kinds

  private func text(_ name: String) throws -> String {
    try String(contentsOfFile: Package.path(name), encoding: .utf8)
  }

  /// The rest of the line that begins with the words.
  private func line(_ begin: String, in name: String) throws -> Substring {
    let lines = try text(name).split(separator: "\n")
    return try #require(lines.first { $0.hasPrefix(begin) }, "\(name): \(begin)").dropFirst(begin.count)
  }

  /// The words in backticks.
  private func quoted(_ text: some StringProtocol) -> [String] {
    String(text).components(separatedBy: "`").enumerated().filter { $0.offset % 2 == 1 }.map(\.element)
  }

  @Test func `the program lists its views and kinds`() {
    #expect(views.count > 1 && kinds.count > 1)
  }

  @Test func `the page of views lists them by their titles and digits`() throws {
    let row = try line("| `1` … `", in: "docs/views.md")
    #expect(row.first.map { String($0) } == "\(views.count)")
    let titles = try #require(row.split(separator: "|").dropFirst().first)
      .components(separatedBy: ", ").map { $0.trimmingCharacters(in: .whitespaces) }
    #expect(titles.count == views.count)
    for (number, (view, title)) in zip(views, titles).enumerated() {
      let frame = try Command.run("show", view, "--size", "240x70", "--lang", "en").lines
      // The tab, or the whole title where the tab has a part of it.
      let words = frame[0].split(separator: " ")
      let tab = try #require(words.first { $0.hasPrefix("\(number + 1)") }, "\(frame[0])").dropFirst()
      #expect(title.hasPrefix(tab), "\(title)")
    }
  }

  @Test func `pages list the views in their order`() throws {
    #expect(try quoted(line("`qjboard show VIEW` prints a view as a frame: ", in: "docs/show.md")) == views)
    let completed = try line("$ qjboard show ⇥ ", in: "docs/completions.md")
    #expect(completed.split(separator: " ").map(String.init) == views)
    let setting = try line("| `view` | ", in: "docs/configuration.md")
    #expect(setting.hasPrefix("\(views[0]) … \(views[views.count - 1]) |"))
  }

  @Test func `pages list the kinds in their order`() throws {
    let page = try text("docs/list.md")
    let sentence = try #require(
      page.firstMatch(of: /`qjboard list KIND` prints the records of a kind: ([^.]*)\./)
    ).1
    #expect(quoted(sentence) == kinds)
    #expect(page.matches(of: /(?m)^### `([a-z]+)`$/).map { String($0.1) } == kinds)
    let completed = try line("$ qjboard list ⇥ ", in: "docs/completions.md").split(separator: " ").map(
      String.init)
    #expect(completed.last == "…" && completed.dropLast() == kinds.prefix(completed.count - 1))
    let formats = try line("$ qjboard list figures --format ⇥ ", in: "docs/completions.md")
    #expect(
      try formats.split(separator: " ").map(String.init) == OptionTable().values(of: "format", in: "list"))
    let others = try line("qjboard list projects                     also ", in: "docs/commands.md")
    #expect(
      others.split(separator: " ").map(String.init) == kinds.filter { !["figures", "projects"].contains($0) })
  }

  @Test func `the page of datasets lists the kinds of files`() throws {
    let table = try #require(text("docs/data.md").components(separatedBy: "| kind | one entry is |\n").last)
    let listed = table.components(separatedBy: "\n\n")[0].split(separator: "\n").compactMap {
      quoted($0).first
    }
    let others: Set = ["common", "config", "diff", "recipe", "theme"]
    let schemas = try Command.run("schema").lines
    #expect(listed.sorted() == schemas.filter { !others.contains($0) && !$0.hasPrefix("list-") })
    #expect(Set(schemas).isSuperset(of: others))
  }

  /// The columns of a kind that the page of lists has.
  private func columns(of kind: String) throws -> [(key: String, title: String, members: [String])] {
    let part = try #require(text("docs/list.md").components(separatedBy: "\n### `\(kind)`\n").last)
    let rows = part.components(separatedBy: "\n### ")[0].split(separator: "\n").dropFirst(2)
    return rows.map { row in
      let cells = row.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
      return (cells[0].filter { $0 != "*" }, cells[1], quoted(cells.count > 3 ? cells[3] : ""))
    }
  }

  @Test(arguments: OptionTable.kinds)
  func `every column of the page of lists is written in every format`(kind: String) throws {
    let columns = try columns(of: kind)
    #expect(columns.count > 5)
    // The built-in district has no records of the month of an office.
    let month = ["problems", "decisions", "duties", "reports", "statuses", "lights"]
    let office = ["--data", Package.path("fixtures/month"), "--as-of", "2024-07-12"]
    let data = month.contains(kind) ? office : []
    func list(_ format: String) throws -> String {
      let chosen = format == "json" ? [] : ["--columns", columns.map(\.key).joined(separator: ",")]
      let result = try Command.run(
        ["list", kind, "--limit", "1", "--lang", "zh", "--format", format] + chosen + data)
      #expect(result.status == 0, "\(result.error)")
      return result.output
    }
    let titles = columns.map(\.title)
    #expect(try list("csv").prefix { !$0.isNewline } == titles.joined(separator: ","))
    #expect(try list("markdown").hasPrefix("| \(titles.joined(separator: " | ")) |\n"))
    let head = try list("table").prefix { !$0.isNewline }.split(separator: " ").map(String.init)
    #expect(head == titles)
    let objects = try JSONSerialization.jsonObject(with: Data(list("json").utf8)) as? [[String: Any]]
    #expect(objects?.first.map { Set($0.keys) } == Set(columns.flatMap(\.members)))
  }

  @Test func `every view has a picture, and the page of views or of the kiosk shows it`() throws {
    let script = try text("script/pictures")
    let page = try text("docs/views.md") + text("docs/kiosk.md")
    let taken = script.split(separator: "\n").filter { $0.hasPrefix("picture ") }
      .compactMap { $0.split(separator: " ").dropFirst().first.map(String.init) }
    #expect(Set(views).isSubset(of: taken))
    for name in taken {
      #expect(FileManager.default.fileExists(atPath: Package.path("docs/pictures/\(name).png")), "\(name)")
      #expect(page.contains("(pictures/\(name).png)"), "\(name)")
    }
    for line in script.split(separator: "\n") {
      guard let view = line.firstMatch(of: /--view (\w+)/)?.1 else { continue }
      #expect(views.contains(String(view)), "\(line)")
    }
  }

  @Test func `the page of the kiosk lists its views in their order`() throws {
    let message = try Command.run("kiosk", "--views", "nothing", "--lang", "en").errorLines.first ?? ""
    let known = try #require(message.components(separatedBy: "available: ").last?.dropLast())
      .components(separatedBy: ", ")
    #expect(known.count > 1)
    let row = try line("| `--views a,b,c` | ", in: "docs/kiosk.md")
    #expect(row.contains(": \(known.joined(separator: ", ")) |"))
    for match in try text("docs/kiosk.md").matches(of: /--views ([a-z]+(?:,[a-z]+)+)/)
    where match.1 != "a,b,c" {
      #expect(match.1.split(separator: ",").allSatisfy { known.contains(String($0)) }, "\(match.0)")
    }
  }

  @Test func `the pages of commands and of the configuration list the themes`() throws {
    let themes = try OptionTable().values(of: "theme", in: "").filter { $0 != "auto" }
    #expect(themes.count > 1)
    let readme = try text("docs/commands.md").replacing("\n", with: " ")
    let listed = try #require(readme.firstMatch(of: /`--theme` is (.*?) or a file of your own/)).1
    #expect(quoted(listed) == themes)
    let page = try text("docs/configuration.md").replacing("\n", with: " ")
    let builtIn = try #require(page.firstMatch(of: /The built-in themes are (.*?); `T`/)).1
    #expect(quoted(builtIn) == themes)
  }
}
