import Canvas
import Domain
import Figures
import Panels

/// The zones of the park with the industries and projects that documents place there.
struct KioskPark: KioskView {
  let id = "park"
  let title = Name(zh: "园区", en: "Park")

  func page(_ context: PanelContext) -> KioskPage? {
    let board = ParkBoard(context.board)
    let projects = board.projects()
    let zones = board.placed.compactMap { board.summary(of: $0.id, projects) }
      .filter { !$0.projects.isEmpty || !$0.clusters.isEmpty }
    guard !zones.isEmpty else { return nil }
    let lines = zones.enumerated().map { index, zone -> KioskLine in
      let name = BigLine.Piece.large(context.text(zone.park.name))
      let content = content(zone, context)
      let row = BigLine.Piece.small(content.joined(separator: context.text("、", ", ")))
      var line = KioskLine(
        [
          [BigLine([name, .small(content.joined(separator: "\n"))])], [BigLine([name]), BigLine([row])],
        ], weight: zones.count - index)
      line.plain = [name, row]
      return line
    }
    return KioskPage(
      title: context.text("园区：资料写明在各处的产业和项目", "Park: industries and projects that documents place there"),
      lines: lines, isList: true)
  }

  /// Returns the industries of a zone and the number of its projects.
  private func content(_ zone: ParkSummary, _ context: PanelContext) -> [String] {
    let clusters = zone.clusters.filter { !$0.isPart }.map { context.text($0.cluster.name) }
    let count = zone.projects.count
    let projects =
      count == 0 ? [] : [context.text("项目\(count)项", count == 1 ? "1 project" : "\(count) projects")]
    return clusters.prefix(KioskPark.limit) + projects
  }

  private static let limit = 6
}
