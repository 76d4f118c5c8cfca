import Model

/// What a search finds, and where each leads.
enum SearchPage {
  static func choices(_ state: AppState) -> [Choice] { [] }
}
