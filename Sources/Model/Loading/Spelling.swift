/// Guesses what a misspelt word was meant to be.
public enum Spelling {
  /// The candidate at the smallest edit distance, if that is at most a third of the word; ties go to the first by name.
  public static func nearest(to word: String, among candidates: [String]) -> String? {
    let limit = max(1, word.count / 3)
    var best: (distance: Int, word: String)?
    for candidate in candidates.sorted() where abs(candidate.count - word.count) <= limit {
      let distance = distance(Array(word.unicodeScalars), Array(candidate.unicodeScalars))
      if distance <= limit, distance < (best?.distance ?? .max) { best = (distance, candidate) }
    }
    return best?.word
  }

  /// Levenshtein distance in Unicode scalars, by the two-row method; O(n·m).
  private static func distance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
    var previous = Array(0...right.count)
    for (i, a) in left.enumerated() {
      var current = [i + 1]
      for (j, b) in right.enumerated() {
        current.append(min(previous[j + 1] + 1, current[j] + 1, previous[j] + (a == b ? 0 : 1)))
      }
      previous = current
    }
    return previous[right.count]
  }
}
