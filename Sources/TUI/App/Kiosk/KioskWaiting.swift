import Canvas

/// The screen while there is nothing to show: it is waiting for data, and shows the fault of the data if there is one.
enum KioskWaiting {
  static func render(_ state: AppState, hasData: Bool, in area: Rect, into buffer: inout Buffer) {
    var lines: [Line] = []
    if let refusal = state.refusal {
      lines.append(
        Line(state.text("数据不能用，等待改正", "The data are invalid; waiting for a correction"), .strong))
      lines.append("")
      lines.append(Line(state.text("自 \(refusal.since) 起", "since \(refusal.since)"), .muted))
      lines.append(Line(refusal.fault.message(state.language), .behind))
      if refusal.count > 1 {
        let others = refusal.count - 1
        lines.append(Line(state.text("另有\(others)处", "and \(others) more"), .muted))
      }
    } else if hasData, state.board.sources.isEmpty, !state.steps.isEmpty {
      lines.append(Line(Frame.nothingKnown(state), .strong))
    } else if hasData {
      lines.append(Line(state.text("数据中没有可轮播的内容", "The data have nothing to show here"), .strong))
    } else {
      lines.append(Line(state.text("正在读取数据", "Reading the data"), .strong))
    }
    let block = TextBlock(lines, indent: 0)
    let rows = min(area.height, block.rows(width: max(1, area.width - 4)).count)
    let place = Rect(
      x: area.x + 2, y: area.y + (area.height - rows) / 3, width: area.width - 4, height: rows)
    block.render(in: place.intersection(area), into: &buffer, glyphs: state.glyphs)
  }
}
