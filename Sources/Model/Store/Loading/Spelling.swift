import Domain

/// Guesses the intended spelling of a misspelt word.
package enum Spelling {
  /// The longest word that is compared, in Unicode scalars.
  private static let longest = 64

  /// Returns the candidate at the smallest edit distance, if that is at most a third of the word; ties go to the first
  /// by name.
  ///
  /// Nil for a word of more than 64 scalars.
  package static func nearest(to word: String, among candidates: [String]) -> String? {
    // A scalar has at most four bytes.
    guard word.utf8.count <= longest * 4 else { return nil }
    let scalars = Array(word.unicodeScalars)
    guard scalars.count <= longest else { return nil }
    let limit = max(1, scalars.count / 3)
    var best: (distance: Int, word: String)?
    for candidate in candidates where candidate.utf8.count <= (scalars.count + limit) * 4 {
      let other = Array(candidate.unicodeScalars)
      guard abs(other.count - scalars.count) <= limit else { continue }
      let distance = distance(scalars, other)
      guard distance <= limit else { continue }
      if let best, (best.distance, best.word) <= (distance, candidate) { continue }
      best = (distance, candidate)
    }
    return best?.word
  }

  /// Returns a question to append to a sentence: ` Did you mean 'x'?`; empty without a word.
  package static func question(_ word: String?) -> Name { question(word.map { Name(both: $0) }) }

  /// Returns the same question about a word with a name in each language.
  package static func question(_ word: Name?) -> Name {
    word.map { Name(zh: "是不是“\($0.zh)”？", en: " Did you mean '\($0.en)'?") } ?? Name(both: "")
  }

  /// Returns the same question as a clause of a longer line: `; did you mean 'x'?`; empty without a word.
  package static func aside(_ word: String?) -> Name {
    word.map { Name(zh: "；是否为“\($0)”", en: "; did you mean '\($0)'?") } ?? Name(both: "")
  }

  /// Returns the Levenshtein distance in Unicode scalars, by the two-row method between common ends; O(n·m).
  private static func distance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
    let shorter = min(left.count, right.count)
    let head = (0..<shorter).first { left[$0] != right[$0] } ?? shorter
    let tail =
      (0..<(shorter - head)).first { left[left.count - 1 - $0] != right[right.count - 1 - $0] }
      ?? shorter - head
    let other = right[head..<(right.count - tail)]
    var previous = Array(0...other.count)
    for (i, a) in left[head..<(left.count - tail)].enumerated() {
      var current = [i + 1]
      for (j, b) in other.enumerated() {
        current.append(min(previous[j + 1] + 1, current[j] + 1, previous[j] + (a == b ? 0 : 1)))
      }
      previous = current
    }
    return previous[other.count]
  }
}
