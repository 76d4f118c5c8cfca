import Output
import Store

/// Changes to the files of a dataset that a person, a program or an attacker could make.
enum Mutation {
  /// Some bytes of one file changed in a random way.
  static func random(_ files: [InputFile], using random: inout SplitMix) -> [InputFile] {
    var files = files
    guard let index = files.indices.randomElement(using: &random) else { return files }
    for _ in 0..<Int.random(in: 1...3, using: &random) { change(&files[index].bytes, using: &random) }
    return files
  }

  /// What is put in: bytes and words that mean something to JSON, to a terminal or to Unicode.
  private static let pieces: [[UInt8]] =
    [
      "\"", "\\", "{", "}", "[", "]", ",", ":", "null", "true", "1e308", "-1", "0.1", "1e-400",
      "99999999999999999999", "\\u0000",
      "\\u001b[2J", "\\ud800", "\\u202e", "\\u200b", "\\u0301\\u0301\\u0301\\u0301", "\n", "\r\n", "\t",
      "\u{FEFF}", "中", "\u{7F}",
    ].map { Array($0.utf8) } + [[0], [0x1B], [0x9B], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xFF]]

  private static func change(_ bytes: inout [UInt8], using random: inout SplitMix) {
    guard !bytes.isEmpty else { return }
    let place = Int.random(in: 0..<bytes.count, using: &random)
    let length = min(bytes.count - place, Int.random(in: 1...40, using: &random))
    switch Int.random(in: 0..<7, using: &random) {
    case 0: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
    case 1: bytes.removeSubrange(place..<(place + length))
    case 2: bytes.insert(contentsOf: bytes[place..<(place + length)], at: place)
    case 3: bytes.removeSubrange(place...)
    case 4, 5: bytes.insert(contentsOf: pieces.randomElement(using: &random) ?? [], at: place)
    default:
      let other = Int.random(in: 0..<bytes.count, using: &random)
      bytes.swapAt(place, other)
    }
  }

  /// Every text that people read replaced by `text`: names, titles, headings, what is printed. Ids stay.
  static func replacingTexts(of files: [InputFile], by text: String) -> [InputFile] {
    let value = Array(JSONOutput.string(text).text.utf8)
    return files.map { file in
      InputFile(path: file.path, name: file.name, bytes: replacingTexts(in: file.bytes, by: value))
    }
  }

  private static let keys = ["zh", "en", "printed", "section", "number", "file", "note", "issuer", "title"]

  private static func replacingTexts(in bytes: [UInt8], by value: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var rest = bytes[...]
    var isWanted = false
    while let byte = rest.first {
      guard byte == UInt8(ascii: "\"") else {
        result.append(byte)
        rest = rest.dropFirst()
        continue
      }
      let string = rest.prefix(quoted(rest))
      rest = rest.dropFirst(string.count)
      let isKey = rest.first { $0 != 0x20 } == UInt8(ascii: ":")
      result += isWanted && !isKey ? value[...] : string
      isWanted = isKey && keys.contains(String(decoding: string.dropFirst().dropLast(), as: UTF8.self))
    }
    return result
  }

  /// How many bytes a string has with its quotation marks.
  private static func quoted(_ bytes: ArraySlice<UInt8>) -> Int {
    var isEscaped = false
    var count = 1
    for byte in bytes.dropFirst() {
      count += 1
      if isEscaped {
        isEscaped = false
      } else if byte == UInt8(ascii: "\\") {
        isEscaped = true
      } else if byte == UInt8(ascii: "\"") {
        break
      }
    }
    return count
  }
}
