import Glibc

/// A colour of an HTML page, with components of 0...255.
struct PageColour: Equatable {
  private(set) var red: Double
  private(set) var green: Double
  private(set) var blue: Double

  /// The minimum contrast of text by WCAG 2.1, level AA.
  static let leastContrast = 4.5

  /// One of 256 colours as xterm draws it: 16 basic ones, a cube of 6x6x6, 24 greys.
  init(_ number: Int16) {
    let number = Int(number)
    let parts: [Int]
    if number < 16 {
      parts = PageColour.basic[max(0, number)]
    } else if number < 232 {
      let cube = number - 16
      parts = [cube / 36, cube / 6 % 6, cube % 6].map { $0 == 0 ? 0 : 55 + 40 * $0 }
    } else {
      parts = Array(repeating: 8 + 10 * (min(number, 255) - 232), count: 3)
    }
    (red, green, blue) = (Double(parts[0]), Double(parts[1]), Double(parts[2]))
  }

  /// Parses `#1c1c1c`; black for anything else.
  init(hex: String) {
    let value = Int(hex.dropFirst(), radix: 16) ?? 0
    (red, green, blue) = (Double(value >> 16 & 255), Double(value >> 8 & 255), Double(value & 255))
  }

  var hex: String {
    "#"
      + [red, green, blue].map { part in
        let digits = String(Int(part.rounded()), radix: 16)
        return digits.count < 2 ? "0" + digits : digits
      }.joined()
  }

  /// Returns the colour mixed with another one. `part` is the share of the other, as a fraction 0...1.
  func mixed(with other: PageColour, _ part: Double) -> PageColour {
    var result = self
    result.red += (other.red - red) * part
    result.green += (other.green - green) * part
    result.blue += (other.blue - blue) * part
    return result
  }

  /// The relative luminance of WCAG 2.1: 0 for black, 1 for white.
  var luminance: Double {
    func linear(_ part: Double) -> Double {
      let share = part / 255
      return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
  }

  /// Returns the contrast ratio: 1 for equal colours, 21 for black and white.
  func contrast(to other: PageColour) -> Double {
    let (low, high) = (min(luminance, other.luminance), max(luminance, other.luminance))
    return (high + 0.05) / (low + 0.05)
  }

  /// Returns the colour or, if it is not readable on `paper`, the nearest readable one: lighter on dark paper, darker on light paper.
  func readable(on paper: PageColour) -> PageColour {
    let end = PageColour(hex: paper.luminance < 0.18 ? "#ffffff" : "#000000")
    let steps = (0...20).lazy.map { mixed(with: end, Double($0) / 20) }
    return steps.first { $0.contrast(to: paper) >= PageColour.leastContrast } ?? end
  }

  private static let basic = [
    [0, 0, 0], [205, 0, 0], [0, 205, 0], [205, 205, 0], [0, 0, 238], [205, 0, 205], [0, 205, 205],
    [229, 229, 229], [127, 127, 127], [255, 0, 0], [0, 255, 0], [255, 255, 0], [92, 92, 255], [255, 0, 255],
    [0, 255, 255], [255, 255, 255],
  ]
}
