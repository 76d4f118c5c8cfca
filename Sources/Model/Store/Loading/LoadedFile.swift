/// A file that was loaded.
struct LoadedFile: Sendable {
  var name: String
  var kind: String
  /// The number of records read from it.
  var count: Int
}
