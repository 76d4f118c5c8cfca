import Canvas
import Domain
import Figures
import Panels

/// The clusters by how far they are behind, the slowest first.
struct KioskClusters: KioskView {
  let id = "clusters"
  let title = Name(zh: "产业集群", en: "Clusters")

  func page(_ context: PanelContext) -> KioskPage? {
    let rows = context.board.clusters.compactMap { summary in
      summary.target.flatMap { row in row.observation.map { (summary.cluster, row, $0) } }
    }
    guard !rows.isEmpty else { return nil }
    let longest = rows.map { digits($0.1) }.max() ?? 0
    func table(compact: Bool, hasYear: Bool = false) -> [KioskRow] {
      rows.map { cluster, row, figure in
        let role = row.asksForNothing ? Role.noData : row.status.role
        let state = aligned(context.kioskStanding(of: row, compact: compact), digits: digits(row), longest)
        let year = hasYear ? [BigLine.Piece.text(context.time(of: figure), .plain)] : []
        return KioskRow(BigLine([.text(context.text(cluster.name))] + year + [.block(state, role)]))
      }
    }
    // The year of the figures is part of the message, except where it would be the only thing that has room.
    let dated = [table(compact: false, hasYear: true), table(compact: true, hasYear: true)]
    let undated = context.width < 100 ? [table(compact: false), table(compact: true)] : []
    let late = rows.count { $0.1.status.severity >= 2 }
    return KioskPage(
      headings: headings(late, of: rows.count, context), rows: dated + undated,
      rest: rows.map { cluster, row, _ in "\(context.text(cluster.name)) \(context.kioskStanding(of: row))" },
      dates: context.dates(of: rows.map(\.2)))
  }

  private func headings(_ late: Int, of count: Int, _ context: PanelContext) -> [String] {
    let all = context.text("\(count)个产业集群", "\(count) clusters")
    guard late > 0 else { return [context.text("\(all)均未滞后", "\(all), none behind")] }
    let some = context.text("\(all)中\(late)个滞后", "\(late) of \(all) behind their targets")
    return [context.text("\(some)，最慢的在前", "\(some), the slowest first"), some]
  }

  /// Returns the number of digits of the lag in months; 0 without one.
  private func digits(_ row: TargetProgress) -> Int {
    guard row.status != .reached, row.status != .improved, let lag = row.measure?.lagMonths, abs(lag) >= 0.95
    else { return 0 }
    return Decimal.text(abs(lag), digits: 0).count
  }

  /// Returns a state whose number ends in the column of the longest one.
  private func aligned(_ state: String, digits: Int, _ longest: Int) -> String {
    guard digits > 0, digits < longest, let place = state.firstIndex(where: \.isNumber) else { return state }
    var state = state
    state.insert(contentsOf: String(repeating: DotText.digitSpace, count: longest - digits), at: place)
    return state
  }
}
