import Canvas
import Domain
import Output

extension Panel {
  /// Returns the complete content of the view as a page: its name, the day that it shows, and its sections.
  package func page(_ view: ViewState, in context: PanelContext) -> Page {
    let context = context.forPlainText
    let title = "\(context.text(context.dataset.info.short)) \(context.text(title))"
    var page = Page(title: title)
    page.add([context.head] + sections(view, in: context), context)
    return page
  }
}

extension Page {
  mutating func add(_ sections: [Section], _ context: PanelContext) {
    for section in sections {
      if !section.title.isEmpty {
        let title = section.remark.isEmpty ? section.title : "\(section.title) \(section.remark)"
        blocks.append(.heading(title.singlySpaced, level: section.level))
      }
      for block in section.blocks { add(block, context) }
    }
  }

  private mutating func add(_ block: Section.Block, _ context: PanelContext) {
    switch block {
    case .fields(let fields, _):
      let fields = fields.filter { !$0.rows.isEmpty }.map { field in
        Field(field.label, Phrase(field.text, notes: notes(field.citations, context)))
      }
      if !fields.isEmpty { blocks.append(.fields(fields)) }
    case .text(let lines):
      blocks += lines.map(\.text.singlySpaced).filter { !$0.isEmpty }.map { .paragraph(Phrase($0)) }
    case .list(let columns, let rows, let citations):
      add(columns, rows, notes: citations.map { notes($0, context) })
    case .drawing(let lines, let words):
      for block in words ?? [.text(lines(10_000))] { add(block, context) }
    }
  }

  /// Adds a table without the columns that have no text in any row, such as bars.
  private mutating func add(_ columns: [Table.Column], _ rows: [[Table.Content]], notes: [[Int]]) {
    let texts = rows.map { row in row.map(\.words) }
    let kept = columns.indices.filter { column in
      texts.contains { $0.indices.contains(column) && !$0[column].isEmpty }
    }
    guard !kept.isEmpty else { return }
    var sheet = Sheet(
      kept.map { Sheet.Column(columns[$0].title, isNumeric: columns[$0].alignment == .right) })
    for (index, row) in texts.enumerated() {
      var cells = kept.map { Phrase(row.indices.contains($0) ? row[$0] : "") }
      let last = cells.indices.last { !cells[$0].text.isEmpty }
      if notes.indices.contains(index), let last { cells[last].notes = notes[index] }
      sheet.rows.append(cells)
    }
    blocks.append(.table(sheet))
  }

  /// Adds the citations as footnotes and returns their numbers.
  private mutating func notes(_ citations: [Citation], _ context: PanelContext) -> [Int] {
    var numbers: [Int] = []
    for line in context.citationLines(citations) {
      let number = note(line.text.singlySpaced)
      if !numbers.contains(number) { numbers.append(number) }
    }
    return numbers
  }
}

extension Section.Field {
  fileprivate var text: String {
    rows.map { Line($0).text.singlySpaced }.joined(separator: "；")
  }
}

extension Table.Content {
  /// The text without alignment blanks; empty for a bar.
  fileprivate var words: String {
    switch self {
    case .text(let text, _): text.singlySpaced
    case .bar: ""
    }
  }
}

extension PanelContext {
  /// The day that a page shows, the newest document, and notes on both.
  fileprivate var head: Section {
    let past = isPast ? text("历史时点：只看当日已公布的资料", "as of that day, without later documents") : ""
    let early = isBeforeAll ? text("此日尚无任何资料", "no document was known on this day") : ""
    let mark = glyphs.conflict
    return Section([
      .fields(
        [
          field("截至", "As of", board.asOf.description),
          field("资料至", "Data to", board.newestSource?.date.label(language) ?? ""),
          field("注意", "Note", past), field("注意", "Note", early),
          field(
            "说明", "Legend",
            text("\(mark) 表示各文件说法不一", "\(mark) marks figures on which documents disagree")),
        ], labelWidth: 0)
    ])
  }
}
