extension [String] {
  /// The lines from the first heading on: a view without what it says in words above its list.
  var fromHeading: [String] { Array(drop { !$0.contains("──") }) }
}
