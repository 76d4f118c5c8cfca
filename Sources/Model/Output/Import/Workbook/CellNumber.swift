import Domain
import Glibc

/// The number of a cell as text, in the way in which its format shows it but with all its digits.
struct CellNumber {
  /// Whether days are counted from 1904.
  let is1904: Bool

  /// Returns the text of a number: `9.1%`, `2021-03-15`, `120000`.
  ///
  /// - Throws: a fault when the number is not one, or is shown as another number than it is.
  func text(_ raw: String, _ format: NumberFormat) throws(CellFault) -> String {
    guard let value = Double(raw), value.isFinite else {
      throw CellFault(zh: "“\(raw)”不是数", en: "'\(raw)' is not a number")
    }
    switch format.kind {
    case .plain: return format.prefix + CellNumber.plain(value) + format.suffix
    case .percent: return CellNumber.plain(value, shift: 2) + "%"
    case .time: return time(value)
    case .day, .month, .year: return try date(value, format.kind)
    case .scaled:
      throw CellFault(
        zh: "单元格格式把数除以千或万显示，数是\(CellNumber.plain(value))；请把格式改为“常规”",
        en:
          "its format shows the number divided by thousands; it is \(CellNumber.plain(value)); set the format to General"
      )
    }
  }

  /// Returns a number with the 15 digits that spreadsheets keep; with an exponent from 10^15 on, where digits are lost.
  ///
  /// - Parameter shift: the number of places by which the point moves to the right.
  static func plain(_ value: Double, shift: Int = 0) -> String {
    guard value != 0 else { return "0" }
    var buffer = [CChar](repeating: 0, count: 40)
    // The C locale: "%.14e" with a point, as no caller sets LC_NUMERIC.
    let count = withVaList([value]) { vsnprintf(&buffer, buffer.count, "%.14e", $0) }
    let text = String(decoding: buffer.prefix(Int(count)).map { UInt8(bitPattern: $0) }, as: UTF8.self)
    let halves = text.split(separator: "e")
    guard halves.count == 2, let exponent = Int(halves[1]).map({ $0 + shift }), exponent < 15, exponent > -20
    else {
      return text
    }
    let sign = value < 0 ? "-" : ""
    var digits = halves[0].filter { $0.isNumber }
    while digits.last == "0", digits.count > 1 { digits.removeLast() }
    if exponent < 0 {
      return "\(sign)0.\(String(repeating: "0", count: -exponent - 1))\(digits)"
    }
    if digits.count <= exponent + 1 {
      return sign + digits + String(repeating: "0", count: exponent + 1 - digits.count)
    }
    return "\(sign)\(digits.prefix(exponent + 1)).\(digits.dropFirst(exponent + 1))"
  }

  // MARK: Dates

  /// The days between 1970 and the first day of each system.
  private static let days1900 = 25569
  private static let days1904 = 24107

  private func date(_ value: Double, _ kind: NumberFormat.Kind) throws(CellFault) -> String {
    guard let day = day(value) else {
      throw CellFault(
        zh: "格式是日期，但\(CellNumber.plain(value))不是日期",
        en: "formatted as a date, but \(CellNumber.plain(value)) is not one")
    }
    switch kind {
    case .year: return String(day.description.prefix(4))
    case .month: return String(day.description.prefix(7))
    default: return day.description
    }
  }

  /// Returns the day of a serial number; nil for one outside of 1900 to 9999.
  private func day(_ value: Double) -> Day? {
    guard value >= (is1904 ? 0 : 1), value < 2_958_466 else { return nil }
    let serial = Int(value)
    // In the system of 1900 day 60 is 29 February 1900, which did not exist.
    if !is1904, serial == 60 { return nil }
    let number = is1904 ? serial - CellNumber.days1904 : serial - CellNumber.days1900 + (serial < 60 ? 1 : 0)
    var seconds = time_t(number) * 86_400
    var parts = tm()
    guard gmtime_r(&seconds, &parts) != nil else { return nil }
    return Day(year: Int(parts.tm_year) + 1900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday))
  }

  private func time(_ value: Double) -> String {
    let minutes = Int((value - value.rounded(.down)) * 1440 + 0.5)
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(two(minutes / 60 % 24)):\(two(minutes % 60))"
  }
}
