/// Writes numbers for people: plain decimal digits, no exponent, no trailing zeros.
public enum Decimal {
  /// The shortest text with at most `digits` decimals: 109.43, 144.5, 400; −0 is 0.
  public static func text(_ value: Double, digits: Int = 2) -> String {
    guard value.isFinite, abs(value) < 1e15 else { return "-" }
    var text = fixed(value, digits: digits)
    if text.contains(".") {
      while text.last == "0" { text.removeLast() }
      if text.last == "." { text.removeLast() }
    }
    return text == "-0" ? "0" : text
  }

  /// Exactly `digits` decimals, rounded half away from zero on the decimal value that is printed for the number.
  public static func fixed(_ value: Double, digits: Int) -> String {
    guard value.isFinite, abs(value) < 1e15 else { return "-" }
    var factor = 1.0
    for _ in 0..<max(0, digits) { factor *= 10 }
    // 1.005 is stored as 1.00499…; a relative nudge of a few units in the last place rounds what people see.
    let scaled = abs(value) * factor
    let rounded = (scaled + scaled.ulp * 4).rounded(.toNearestOrAwayFromZero)
    let whole = Int64(rounded / factor)
    let fraction = Int64(rounded - Double(whole) * factor)
    let sign = value < 0 && rounded > 0 ? "-" : ""
    guard digits > 0 else { return "\(sign)\(Int64(rounded))" }
    let decimals = String(fraction)
    return "\(sign)\(whole).\(String(repeating: "0", count: max(0, digits - decimals.count)))\(decimals)"
  }

  /// A fraction as percent: 0.361 is `36.1%`.
  public static func percent(_ fraction: Double, digits: Int = 1) -> String {
    "\(fixed(fraction * 100, digits: digits))%"
  }

  /// With its sign: `+3.2`, `-27.9`.
  public static func signed(_ value: Double, digits: Int = 1) -> String {
    let text = fixed(value, digits: digits)
    return value > 0 && text.contains(where: { $0 != "0" && $0 != "." }) ? "+\(text)" : text
  }
}
