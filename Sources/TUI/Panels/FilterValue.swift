import Domain

/// A value that a filter can have, as the list of its values shows it.
package struct FilterValue: Equatable, Sendable {
  /// The value in ``ViewState/filters``; nil for the state without the filter.
  package var id: String?
  /// The name of the value, in both languages.
  package var name: Name
  /// The number of records that it leaves beside the other filters; nil if nothing is counted.
  package var count: Int?

  /// Creates a value; without an id it stands for all records.
  init(_ id: String?, _ name: Name, count: Int?) { (self.id, self.name, self.count) = (id, name, count) }

  /// The state without the filter.
  ///
  /// - Parameter count: the number of records that the other filters leave.
  static func all(_ count: Int) -> FilterValue { FilterValue(nil, Name(zh: "全部", en: "all"), count: count) }
}

extension [FilterValue] {
  /// Returns the values with the present one, which the other filters or another view can have made one without records.
  func including(_ present: String?, _ name: @autoclosure () -> Name) -> [FilterValue] {
    guard let present, !contains(where: { $0.id == present }) else { return self }
    return self + [FilterValue(present, name(), count: 0)]
  }
}
