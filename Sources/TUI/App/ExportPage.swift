import Canvas
import Domain
import Output

/// The export formats of the current view, and the files they produce.
enum ExportPage {
  static func choices(_ state: AppState) -> [Choice] {
    let marks = state.viewState().marks
    var choices = [
      choice(1, "Markdown", state.text("全部内容和出处", "the whole view with sources"), name(state, "md")) {
        MarkdownWriter.text($0)
      },
      choice(
        2, "CSV", state.text("数值、单位、时期、矛盾、出处各一列", "value, unit, period, conflict, source in columns"),
        name(state, "csv")
      ) {
        list(state) ?? csv($0, state)
      },
    ]
    if !marks.isEmpty, !state.viewState().isOpen {
      let what = state.text("已标记的 \(marks.count) 行", "the marked rows: \(marks.count)")
      choices.append(
        choice(3, "CSV", what, name(state, "csv")) { list(state, only: marks) ?? csv($0, state) })
    }
    return choices
  }

  /// - Parameter text: returns the view in this format; called only when the format is chosen.
  private static func choice(
    _ digit: Int, _ format: String, _ what: String, _ name: String,
    text: @escaping @Sendable (Page) -> String
  ) -> Choice {
    let line = Line([
      Span("\(digit) ", .key), Span(TextWidth.padded(format, to: 10), Style(.strong)), Span("\(what)  "),
      Span(name, .muted),
    ])
    return Choice(title: line) { state in
      .write(
        name: name, bytes: Array(text(state.page).withoutCommands().utf8)
      )
    }
  }

  /// `qjboard-targets-2024-11-15.md`
  private static func name(_ state: AppState, _ ending: String) -> String {
    "qjboard-\(state.view)-\(state.board.asOf).\(ending)"
  }

  /// Returns the list of the view as `list` writes it, with numbers, units, periods, flags and places in separate
  /// columns; nil if the view is not a list.
  ///
  /// - Parameter marks: the ids of the rows; nil for all.
  private static func list(_ state: AppState, only marks: Set<String>? = nil) -> String? {
    guard let listing = state.listing else { return nil }
    let list = RecordList(listing.kind, of: state.board)
    let language = state.language
    // The first field is the id.
    let rows = Dictionary(
      (0..<list.count).map { (list.value(row: $0, field: 0).plain(language), $0) },
      uniquingKeysWith: { first, _ in first })
    var lines = [CSVWriter.row(list.csvColumns.map { list.fields[$0].name[language] })]
    let ids = listing.ids.filter { marks?.contains($0) ?? true }
    for row in ids.compactMap({ rows[$0] }) {
      lines.append(
        CSVWriter.row(
          list.csvColumns.map { TextWidth.cleaned(list.value(row: row, field: $0).plain(language)) }))
    }
    return CSVWriter.byteOrderMark + lines.joined()
  }

  private static func csv(_ page: Page, _ state: AppState) -> String {
    let sheet = page.mainSheet(label: state.text("项目", "Item"), value: state.text("内容", "Value"))
    let notes = page.notes.isEmpty ? nil : (texts: page.notes, column: state.text("出处", "Sources"))
    return CSVWriter.byteOrderMark + CSVWriter.text(sheet, notes: notes)
  }
}

extension Page {
  /// Returns its first table; if there is none, its fields as a table.
  func mainSheet(label: String, value: String) -> Sheet {
    for case .table(let sheet) in blocks { return sheet }
    var sheet = Sheet([Sheet.Column(label), Sheet.Column(value)])
    for case .fields(let fields) in blocks {
      sheet.rows += fields.map { [Phrase($0.label), $0.value] }
    }
    return sheet
  }
}
