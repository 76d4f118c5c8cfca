import ArgumentParser
import Model
import TUI

extension ListKind: ExpressibleByArgument {}

struct ListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "Print all records of a kind, with where each is printed.")

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case table, json
  }

  @Argument(help: "What to list.")
  var kind: ListKind

  @Option(help: "A table for people or JSON for programs.")
  var format = Format.table

  @ParentCommand var board: QJBoard
  @OptionGroup var data: DataOptions
  @OptionGroup var look: LookOptions

  func run() throws {
    let session = try Session(data: data.over(board.data), look: look.over(board.look))
    let board = Board(session.dataset, asOf: session.asOf ?? session.today)
    let list = RecordList(kind, of: board, language: session.language)
    switch format {
    case .json: try Console.write(JSONOutput.array(list.objects).text + "\n")
    case .table: try Console.write(table(list, session.language))
    }
  }

  /// Columns as wide as their texts, two blanks between them.
  private func table(_ list: RecordList, _ language: Language) -> String {
    let rows = [list.columns.map { $0[language] }] + list.rows
    let widths = list.columns.indices.map { column in
      rows.map { TextWidth.columns(of: $0[column]) }.max() ?? 0
    }
    return rows.map { row in
      var line = ""
      for (column, text) in row.enumerated() {
        line +=
          column == row.count - 1
          ? TextWidth.cleaned(text) : TextWidth.padded(text, to: widths[column]) + "  "
      }
      return line + "\n"
    }.joined()
  }
}
