import Canvas
import Domain
import Output
import Panels

// The kinds of hits above their list, and the hits as a file.

extension SearchPage {
  /// The row with the number of hits of each kind; empty without hits.
  static func renderKinds(_ state: AppState, _ area: Rect, _ buffer: inout Buffer) {
    guard let counts = hits(state)?.counts, !counts.isEmpty else { return }
    var x = area.x + 3
    func put(_ name: String, _ count: Int, isChosen: Bool, _ buffer: inout Buffer) {
      let style = isChosen ? Style(.selection, on: .selection, .bold) : Style(.muted)
      let text = " \(name) \(count) "
      guard x + TextWidth.columns(of: text) <= area.right else { return }
      x += buffer.put(text, x: x, y: area.y, style: style, clip: area)
    }
    let stages = StageChoice.choices(state).count
    let total = counts.reduce(stages) { $0 + $1.count }
    put(state.text("全部", "all"), total, isChosen: state.searchKind == nil, &buffer)
    for count in counts {
      put(state.text(count.kind.name), count.count, isChosen: state.searchKind == count.kind, &buffer)
    }
  }

  /// Lists the next or previous kind that has hits; all kinds after the last.
  static func stepKind(_ state: inout AppState, by step: Int) {
    let kinds: [SearchIndex.Kind?] = [nil] + (hits(state)?.counts ?? []).map(\.kind)
    let now = kinds.firstIndex(of: state.searchKind) ?? 0
    state.searchKind = kinds[(now + step + kinds.count) % kinds.count]
    state.choice = 0
  }

  /// Returns all hits as a CSV file, also those that the list leaves out.
  static func export(_ state: inout AppState) -> Effect? {
    guard state.mayWrite else {
      state.sayProblem("本会话不允许写文件", "this session cannot write files")
      return nil
    }
    let hits = state.searchIndex?.matches(for: state.query).hits(of: state.searchKind) ?? []
    guard !hits.isEmpty else {
      state.sayProblem("没有可导出的结果", "no hits to export")
      return nil
    }
    let head = [
      Name(zh: "种类", en: "Kind"), Name(zh: "名称", en: "Name"), Name(zh: "说明", en: "Context"),
      Name(both: "id"),
    ]
    var lines = [CSVWriter.row(head.map { state.text($0) })]
    for hit in hits {
      let cells = [state.text(hit.kind.name), state.text(hit.title), state.text(hit.context), hit.id]
      lines.append(CSVWriter.row(cells.map(TextWidth.cleaned)))
    }
    let bytes = Array((CSVWriter.byteOrderMark + lines.joined()).utf8)
    return .write(name: "qjboard-search-\(state.board.asOf).csv", bytes: bytes)
  }
}
