/// The separator of the cells of a CSV file.
enum CSVDelimiter {
  /// The number of lines and bytes that are searched.
  private static let lineLimit = 40
  private static let byteLimit = 1 << 16

  /// Returns the separator that the first line declares, as Excel reads it: `sep=;`; with the offset of the next line.
  static func declared(_ text: [UInt8]) -> (delimiter: Character, end: Int)? {
    let end = CSVReader.lineEnd(text, 0)
    var line = text[..<end].filter { ![0x0A, 0x0D, 0x22].contains($0) }[...]
    guard line.starts(with: "sep=".utf8) else { return nil }
    line = line.dropFirst(4)
    guard let first = line.first, first < 0x80 else { return nil }
    return (Character(Unicode.Scalar(first)), end)
  }

  /// Returns the separator that most of the first lines have, and of these the one they have most often.
  ///
  /// Quoted text does not count: a head such as `总投资（万元,含税）` has fewer commas than lines have semicolons.
  static func found(_ text: [UInt8]) -> Character {
    let candidates: [UInt8] = [0x2C, 0x3B, 0x09]
    var lines: [[Int]] = []
    var counts = [0, 0, 0]
    var isQuoted = false
    for byte in text.prefix(byteLimit) {
      if byte == 0x22 { isQuoted.toggle() }
      if isQuoted { continue }
      if byte == 0x0A || byte == 0x0D {
        if lines.count == lineLimit { break }
        if counts != [0, 0, 0] { lines.append(counts) }
        counts = [0, 0, 0]
      } else if let index = candidates.firstIndex(of: byte) {
        counts[index] += 1
      }
    }
    if counts != [0, 0, 0] { lines.append(counts) }
    let scores = candidates.indices.map { index in
      (lines.count { $0[index] > 0 }, lines.map { $0[index] }.min() ?? 0, index)
    }
    let best = scores.max { ($0.0, $0.1, -$0.2) < ($1.0, $1.1, -$1.2) }
    guard let best, best.0 > 0 else { return "," }
    return Character(Unicode.Scalar(candidates[best.2]))
  }
}
