import Canvas
import Domain

/// The industry chain as boxes from upstream to downstream, one row of boxes for each cluster.
struct ChainPicture {
  /// Those that have a chain.
  var clusters: [Cluster]
  /// Id of the cluster whose page this is. Its name is not repeated above its chain.
  var owner: String
  var context: PanelContext

  private static let gap = 4
  private static let widest = 44

  func lines(width: Int) -> [Line] {
    clusters.flatMap { cluster -> [Line] in
      let links = links(of: cluster)
      let room = (width - Self.gap * (links.count - 1)) / max(1, links.count)
      let title = cluster.id == owner ? [] : [Line(context.name(of: cluster), .accent)]
      return title + (room >= 14 ? row(links, min(room, Self.widest)) : list(links, width))
    }
  }

  /// The same content in words, one field for each link.
  var fields: [Section.Field] {
    clusters.flatMap { cluster in
      links(of: cluster).map { Section.Field("\(context.text(cluster.name)) \($0.title)", $0.items) }
    }
  }

  private struct Link {
    var title: String
    var items: String
  }

  private func links(of cluster: Cluster) -> [Link] {
    Cluster.ChainStage.allCases.compactMap { stage in
      let items = cluster.chain.filter { $0.stage == stage }.flatMap(\.items)
      guard !items.isEmpty else { return nil }
      return Link(
        title: context.text(stage.name),
        items: items.map { context.text($0.name) }.joined(separator: context.text("、", ", ")))
    }
  }

  /// Returns one line per link, for widths without room for boxes.
  private func list(_ links: [Link], _ width: Int) -> [Line] {
    links.enumerated().flatMap { index, link in
      Line([
        Span(index == 0 ? "  " : TextWidth.padded(context.glyphs.arrow, to: 2), .accent),
        Span(link.title + " ", .muted), Span(link.items),
      ]).wrapped(to: width, indent: 2)
    }
  }

  private func row(_ links: [Link], _ width: Int) -> [Line] {
    let texts = links.map { Line($0.items).wrapped(to: width - 4).map(\.text) }
    let height = texts.map(\.count).max() ?? 0
    var lines = [join(links.map { top($0.title, width) }, with: blank)]
    for row in 0..<height {
      // The arrows are beside the first line.
      let link = row == 0 ? Span(" \(TextWidth.padded(context.glyphs.arrow, to: 2)) ", .accent) : blank
      lines.append(join(texts.map { middle($0.indices.contains(row) ? $0[row] : "", width) }, with: link))
    }
    lines.append(join(links.map { _ in [Span(edge("└", "┘", width), .border)] }, with: blank))
    return lines
  }

  private var blank: Span { Span(String(repeating: " ", count: Self.gap)) }

  private func join(_ boxes: [[Span]], with link: Span) -> Line {
    Line(boxes.enumerated().flatMap { index, box in (index > 0 ? [link] : []) + box })
  }

  private func corner(_ glyph: String) -> String { context.glyphs.isASCII ? "+" : glyph }

  private func edge(_ left: String, _ right: String, _ width: Int) -> String {
    corner(left) + String(repeating: context.glyphs.horizontal, count: max(0, width - 2)) + corner(right)
  }

  private func top(_ title: String, _ width: Int) -> [Span] {
    let rest = max(0, width - 5 - TextWidth.columns(of: title))
    return [
      Span(corner("┌") + String(context.glyphs.horizontal) + " ", .border), Span(title, .title),
      Span(" " + String(repeating: context.glyphs.horizontal, count: rest) + corner("┐"), .border),
    ]
  }

  private func middle(_ text: String, _ width: Int) -> [Span] {
    let wall = String(context.glyphs.vertical)
    return [
      Span(wall + " ", .border), Span(TextWidth.padded(text, to: max(0, width - 4))),
      Span(" " + wall, .border),
    ]
  }
}

extension Cluster.ChainStage {
  var name: Name {
    switch self {
    case .upstream: Name(zh: "上游", en: "upstream")
    case .midstream: Name(zh: "中游", en: "midstream")
    case .downstream: Name(zh: "下游", en: "downstream")
    }
  }
}
