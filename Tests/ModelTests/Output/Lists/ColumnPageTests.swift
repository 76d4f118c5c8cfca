import Foundation
import Testing

@testable import Domain
@testable import Figures
@testable import Output

/// The tables of columns in docs/list.md are those of the catalogues. `RECORD_SNAPSHOTS=1` writes them anew, and fails
/// the test that did.
struct ColumnPageTests {
  private static let page = "docs/list.md"
  private static let heading = "\n## Columns\n"

  @Test func `the page of lists has every column of every kind`() throws {
    let text = try Repository.text(Self.page)
    let parts = text.components(separatedBy: Self.heading)
    try #require(parts.count == 2, "\(Self.page) has no heading 'Columns'")
    // A sentence and a table for each kind.
    let introduction = parts[1].components(separatedBy: "\n### ")[0]
    let wanted = introduction + ListKind.allCases.map { "\n" + Self.table($0) }.joined()
    guard parts[1] != wanted else { return }
    if getenv("RECORD_SNAPSHOTS").map({ String(cString: $0) }) == "1" {
      try Data((parts[0] + Self.heading + wanted).utf8).write(
        to: URL(fileURLWithPath: Repository.path(Self.page)))
    }
    let present = Set(parts[1].split(separator: "\n"))
    for line in wanted.split(separator: "\n") where !present.contains(line) {
      Issue.record("\(Self.page) lacks: \(line)")
    }
    Issue.record("the columns of \(Self.page) are others: RECORD_SNAPSHOTS=1 writes them")
  }

  private static func table(_ kind: ListKind) -> String {
    let fields = RecordList(kind, of: Board(Dataset(), asOf: .distantPast)).fields
    let rows = fields.map { field in
      let mark = field.isColumn ? "**" : field.isOnRequest ? "*" : ""
      let members = field.members.map { "`\($0)`" }.joined(separator: " ")
      return "| \(mark)\(field.key)\(mark) | \(field.name.zh) | \(field.name.en) | \(members) |"
    }
    return (["### `\(kind.rawValue)`", "", "| key | 中文 | English | JSON |", "|---|---|---|---|"] + rows)
      .joined(separator: "\n") + "\n"
  }
}
