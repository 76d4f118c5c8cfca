/// The sort key of a target in a list, worst first.
package struct TargetOrder: Comparable {
  /// 0: measured from the plan's base; 1: from an older one; 2: judged in another way; 3: no data since the base; 4: no
  /// base, not comparable or no data.
  private let group: Int
  /// The schedule ratio; for targets without one the order of their status.
  private let value: Double

  /// Creates the key of a target.
  package init(_ row: TargetProgress) {
    let status = Double(Status.worstFirst.firstIndex(of: row.status) ?? 0)
    switch (row.status, row.measure) {
    case (.noBase, _), (.notComparable, _), (.noData, _): (group, value) = (4, status)
    case (.noDataSinceBase, _): (group, value) = (3, 0)
    case (_, let measure?):
      group = row.isRankedApart ? 1 : 0
      value = row.orderRatio ?? measure.scheduleRatio ?? (row.status == .reached ? .infinity : -.infinity)
    default: (group, value) = (2, status)
    }
  }

  /// Whether the left target is listed first: by group, then by schedule ratio.
  package static func < (left: TargetOrder, right: TargetOrder) -> Bool {
    (left.group, left.value) < (right.group, right.value)
  }
}
