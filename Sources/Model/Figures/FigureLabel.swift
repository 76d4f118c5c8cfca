import Domain

extension Figure {
  /// The value for display, with comparator and range but without its unit: `≥95`, `8-10`, `144.54`.
  package var valueText: String {
    let sign = comparator == .equal ? "" : comparator.rawValue
    let value = Decimal.text(value, digits: isComputed ? 2 : 4)
    guard let upper else { return sign + value }
    return "\(sign)\(value)-\(Decimal.text(upper, digits: 4))"
  }
}

/// A number for display, with prefix and suffix.
package struct Amount: Sendable {
  /// The comparator.
  package var sign = ""
  /// The currency sign.
  package var prefix = ""
  /// The number, with digits grouped.
  package var number: String
  /// The unit, including the space before it.
  package var suffix: String

  /// The whole label: comparator, number and unit.
  package var text: String {
    let minus = number.hasPrefix("-") && !prefix.isEmpty ? "-" : ""
    return sign + minus + prefix + number.dropFirst(minus.count) + suffix
  }
  /// The text for a column whose heading names the unit.
  package var bare: String { sign + number }
}

extension Dataset {
  /// Returns a figure with its unit: `144.54亿元`, `¥14.45bn`.
  package func label(_ figure: Figure, _ language: Language) -> String {
    figure.words?[language] ?? amount(figure, language).text
  }

  /// Returns a figure for a column whose heading is ``unitHeading(_:_:)``: `144.54`, `14.45`.
  package func value(_ figure: Figure, _ language: Language) -> String {
    figure.words?[language] ?? amount(figure, language).bare
  }

  /// Returns a value with its unit: `144.54亿元`, `¥14.45bn`, `44 firms`.
  ///
  /// - Parameter digits: the maximum number of decimals, unless the unit has its own form in the language.
  package func label(
    _ value: Double, unit: String, of indicator: String? = nil, _ language: Language, digits: Int = 2
  ) -> String {
    amount(value, unit: unit, of: indicator, language, digits: digits).text
  }

  /// Returns a value for a column whose heading names its unit.
  package func number(_ value: Double, unit: String, _ language: Language, digits: Int = 2) -> String {
    amount(value, unit: unit, of: nil, language, digits: digits).number
  }

  /// Returns the number with up to four decimals, for values that differ by little.
  package func exactNumber(_ value: Double, unit: String, _ language: Language) -> String {
    let factor = language == .en ? units[unit]?.english?.factor ?? 1 : 1
    return Decimal.text(value * factor, digits: 4)
  }

  /// Returns a printed value with its printed unit, every digit kept: `144.54亿元`. In English the unit is the one
  /// of the screen, `¥14.454bn`; the printed text stands beside it where a document is quoted.
  package func exactLabel(_ value: String, unit: String, of indicator: String? = nil, _ language: Language)
    -> String
  {
    guard language == .en, let form = units[unit]?.english, let number = Double(value) else {
      return value + suffix(after: value, unit: unit, of: indicator, language)
    }
    return form.amount(number, digits: Self.exactDigits).text
  }

  /// Returns a value as formulas compute with it, and in English its usual form: `57.2亿元`, `57.2 (¥5.72bn)`.
  package func computedLabel(_ value: Double, unit: String, of indicator: String? = nil, _ language: Language)
    -> String
  {
    let text = Decimal.text(value, digits: 4)
    let label = exactLabel(Decimal.text(value), unit: unit, of: indicator, language)
    return language == .en && units[unit]?.english.map { $0.factor != 1 } == true
      ? "\(text) (\(label))" : label
  }

  /// Enough decimals to keep every digit of a printed value in a larger unit.
  private static let exactDigits = 8

  /// Returns a figure with its printed unit, every digit kept.
  package func exactLabel(_ figure: Figure, _ language: Language) -> String {
    if let words = figure.words?[language] { return words }
    guard language == .en, let form = units[figure.unit]?.english else {
      return exactLabel(figure.valueText, unit: figure.unit, of: figure.indicator, language)
    }
    var amount = form.amount(figure.value, digits: figure.isComputed ? form.digits : Self.exactDigits)
    if figure.comparator != .equal { amount.sign = figure.comparator.rawValue }
    if let upper = figure.upper { amount.number += "-" + form.amount(upper, digits: Self.exactDigits).number }
    return amount.text
  }

  /// Returns the amount of a numeric figure.
  private func amount(_ figure: Figure, _ language: Language) -> Amount {
    var amount = amount(
      figure.value, unit: figure.unit, of: figure.indicator, language, digits: figure.isComputed ? 2 : 4)
    if figure.comparator != .equal { amount.sign = figure.comparator.rawValue }
    if let upper = figure.upper {
      let end = self.amount(upper, unit: figure.unit, of: figure.indicator, language, digits: 4)
      (amount.number, amount.suffix) = ("\(amount.number)-\(end.number)", end.suffix)
    }
    return amount
  }

  private func amount(
    _ value: Double, unit: String, of indicator: String?, _ language: Language, digits: Int
  ) -> Amount {
    guard language == .en, let form = units[unit]?.english else {
      let number = Decimal.text(value, digits: digits)
      return Amount(number: number, suffix: suffix(after: number, unit: unit, of: indicator, language))
    }
    return form.amount(value, digits: form.digits)
  }

  /// Returns the name of the unit; in English the counted noun if the unit has no name.
  private func suffix(after number: String, unit: String, of indicator: String?, _ language: Language)
    -> String
  {
    let name = unitName(unit)[language]
    if language == .en, name.isEmpty, let noun = indicator.flatMap({ indicators[$0]?.noun }) {
      return " " + (number == "1" ? noun.one : noun.other)
    }
    if name.isEmpty { return "" }
    return language == .zh || name == "%" ? name : " " + name
  }

  /// Returns the unit for the heading of a column of ``value(_:_:)``: `亿元`, `¥bn`.
  package func unitHeading(_ unit: String, _ language: Language) -> String {
    guard language == .en, let form = units[unit]?.english else { return unitName(unit)[language] }
    return form.prefix + (form.prefix.isEmpty ? form.suffix.drop { $0 == " " } : form.suffix[...])
  }

  /// Returns a change of a level with its unit; percentage points if the level is in percent: `3.2个百分点`.
  package func changeLabel(_ change: Double, unit: String, of indicator: String? = nil, _ language: Language)
    -> String
  {
    guard units[unit]?.role == .share else { return label(change, unit: unit, of: indicator, language) }
    let amount = Decimal.text(change)
    return language == .zh ? amount + "个百分点" : "\(amount) point\(amount == "1" ? "" : "s")"
  }

  /// Returns the name of a figure's indicator, adapted to the figure's scope.
  package func indicatorName(of figure: Figure) -> Name {
    indicators[figure.indicator]?.named(for: figure.scope).name ?? Name(both: figure.indicator)
  }

  /// Returns the name of a unit; its id if it is not found.
  package func unitName(_ id: String) -> Name { units[id]?.name ?? Name(both: id) }

  /// Returns the name of a subject: the district, a cluster, a firm, a project; its id if it is not found.
  package func name(of subject: Subject) -> Name {
    let name: Name? =
      switch subject.kind {
      case nil: info.short
      case .cluster: clusters[subject.id]?.name
      case .firm: firms[subject.id]?.name
      case .project: projects[subject.id]?.name
      case .park: parks[subject.id]?.name
      case .programme: programmes[subject.id]?.name
      case .organisation: organisations[subject.id]?.name
      }
    return name ?? Name(both: subject.text)
  }

  /// Returns the name of a scope; its id if it is not found.
  package func scopeName(_ id: String) -> Name {
    vocabulary.scopes.first { $0.id == id }?.name ?? Name(both: id)
  }

  /// Returns the name of a category; its id if it is not found.
  package func categoryName(_ id: String) -> Name {
    vocabulary.categories.first { $0.id == id }?.name ?? Name(both: id)
  }

  /// Returns the name of a rule; its id if it is not found.
  package func ruleName(_ id: String) -> Name {
    vocabulary.rules.first { $0.id == id }?.name ?? Name(both: id)
  }

  /// Returns the name of a rung: that of the dataset's stage if exactly one maps to it, otherwise the common name; `-`
  /// if no stage maps to it.
  package func rungName(_ rung: Rung) -> Name {
    let stages = vocabulary.stages.lazy.filter { $0.ladder == rung }.prefix(2)
    guard let first = stages.first else { return Name(both: "-") }
    return stages.count == 1 ? first.name : rung.name
  }

  /// Returns the name of a project's current stage; nil if none is known.
  package func stageName(of status: ProjectStatus) -> Name? {
    guard let rung = status.rung else { return nil }
    return stage(of: status)?.name ?? rungName(rung)
  }

  /// Returns the stage of a project: the recorded one, or the first of its rung if it stands below the part that it takes
  /// its stage from; nil if there is none.
  package func stage(of status: ProjectStatus) -> Stage? {
    let recorded = status.reached.flatMap { stages[$0.stage] }
    guard let recorded, recorded.ladder != status.rung else { return recorded }
    return vocabulary.stages.first { $0.ladder == status.rung }
  }

  /// Returns the rung of a stage; `planned` for an unknown stage.
  package func rung(of stage: String) -> Rung { stages[stage]?.ladder ?? .planned }
}

extension Unit.EnglishForm {
  /// Returns an amount in this form, with digits grouped.
  fileprivate func amount(_ value: Double, digits: Int) -> Amount {
    Amount(
      prefix: prefix, number: Decimal.grouped(Decimal.text(value * factor, digits: digits)), suffix: suffix)
  }
}
