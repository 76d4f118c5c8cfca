import Domain

extension Figure {
  /// The value as people read it, with comparator and range but without its unit: `≥95`, `8-10`, `144.54`.
  package var valueText: String {
    let sign = comparator == .equal ? "" : comparator.rawValue
    let value = Decimal.text(value, digits: 4)
    guard let upper else { return sign + value }
    return "\(sign)\(value)-\(Decimal.text(upper, digits: 4))"
  }
}

/// A number as people read it: what stands before it, itself, and its unit behind it.
package struct Amount: Sendable {
  /// The comparator.
  package var sign = ""
  /// The sign of a currency.
  package var prefix = ""
  package var number: String
  /// The unit, with the space before it.
  package var suffix: String

  package var text: String {
    let minus = number.hasPrefix("-") && !prefix.isEmpty ? "-" : ""
    return sign + minus + prefix + number.dropFirst(minus.count) + suffix
  }
  /// Under a heading that names the unit.
  package var bare: String { sign + number }
}

extension Dataset {
  /// A figure with its unit: `144.54亿元`, `¥14.45bn`.
  package func label(_ figure: Figure, _ language: Language) -> String {
    figure.words?[language] ?? amount(figure, language).text
  }

  /// A figure for a column whose heading names its unit as ``unitHeading(_:_:)`` does: `144.54`, `14.45`.
  package func value(_ figure: Figure, _ language: Language) -> String {
    figure.words?[language] ?? amount(figure, language).bare
  }

  /// A value with its unit: `144.54亿元`, `¥14.45bn`, `44 firms`.
  ///
  /// - Parameter digits: at most so many decimals, where the unit has no form of its own in the language.
  package func label(
    _ value: Double, unit: String, of indicator: String? = nil, _ language: Language, digits: Int = 2
  ) -> String {
    amount(value, unit: unit, of: indicator, language, digits: digits).text
  }

  /// A value under a heading that names its unit.
  package func number(_ value: Double, unit: String, _ language: Language, digits: Int = 2) -> String {
    amount(value, unit: unit, of: nil, language, digits: digits).number
  }

  /// The same with every digit, for values that differ by little.
  package func exactNumber(_ value: Double, unit: String, _ language: Language) -> String {
    let factor = language == .en ? units[unit]?.english?.factor ?? 1 : 1
    return Decimal.text(value * factor, digits: 4)
  }

  /// A value with the unit in which it is printed, every digit kept: `144.54亿元`, `144.54 hundred million yuan`. For those
  /// who compare numbers with a document or compute with them.
  package func exactLabel(_ value: String, unit: String, of indicator: String? = nil, _ language: Language)
    -> String
  {
    value + suffix(after: value, unit: unit, of: indicator, language)
  }

  /// A figure with the unit in which it is printed.
  package func exactLabel(_ figure: Figure, _ language: Language) -> String {
    figure.words?[language]
      ?? exactLabel(figure.valueText, unit: figure.unit, of: figure.indicator, language)
  }

  /// A figure with a number.
  private func amount(_ figure: Figure, _ language: Language) -> Amount {
    var amount = amount(figure.value, unit: figure.unit, of: figure.indicator, language, digits: 4)
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
    let number = Decimal.grouped(Decimal.text(value * form.factor, digits: form.digits))
    return Amount(prefix: form.prefix, number: number, suffix: form.suffix)
  }

  /// The name of the unit; in English the noun of what is counted where the unit has no name.
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

  /// A unit as the heading of a column of ``value(_:_:)``: `亿元`, `¥bn`.
  package func unitHeading(_ unit: String, _ language: Language) -> String {
    guard language == .en, let form = units[unit]?.english else { return unitName(unit)[language] }
    return form.prefix + (form.prefix.isEmpty ? form.suffix.drop { $0 == " " } : form.suffix[...])
  }

  /// A change of a level with its unit: points where the level is in percent, `3.2个百分点`.
  package func changeLabel(_ change: Double, unit: String, of indicator: String? = nil, _ language: Language)
    -> String
  {
    guard unit == "%" else { return label(change, unit: unit, of: indicator, language) }
    let amount = Decimal.text(change)
    return language == .zh ? amount + "个百分点" : "\(amount) point\(amount == "1" ? "" : "s")"
  }

  /// The name of a figure's indicator, as it is for the figure's scope.
  package func indicatorName(of figure: Figure) -> Name {
    indicators[figure.indicator]?.named(for: figure.scope).name ?? Name(both: figure.indicator)
  }

  package func unitName(_ id: String) -> Name { units[id]?.name ?? Name(both: id) }

  /// What a figure is about: the district, a cluster, a firm, a project.
  package func name(of subject: Subject) -> Name {
    let name: Name? =
      switch subject.kind {
      case nil: info.short
      case .cluster: clusters[subject.id]?.name
      case .enterprise: enterprises[subject.id]?.name
      case .project: projects[subject.id]?.name
      case .park: parks[subject.id]?.name
      case .programme: programmes[subject.id]?.name
      case .organisation: organisations[subject.id]?.name
      }
    return name ?? Name(both: subject.text)
  }

  package func scopeName(_ id: String) -> Name {
    vocabulary.scopes.first { $0.id == id }?.name ?? Name(both: id)
  }

  package func categoryName(_ id: String) -> Name {
    vocabulary.categories.first { $0.id == id }?.name ?? Name(both: id)
  }

  package func ruleName(_ id: String) -> Name {
    vocabulary.rules.first { $0.id == id }?.name ?? Name(both: id)
  }

  /// The name of a rung: that of the dataset's own stage on it, where there is one; the common name for several.
  package func rungName(_ rung: Rung) -> Name {
    let stages = vocabulary.stages.lazy.filter { $0.ladder == rung }.prefix(2)
    guard let first = stages.first else { return Name(both: "-") }
    return stages.count == 1 ? first.name : rung.name
  }

  /// The name of the stage where a project stands; nil where none is known.
  package func stageName(of status: ProjectStatus) -> Name? {
    guard let rung = status.rung else { return nil }
    return status.reached.flatMap { stages[$0.stage]?.name } ?? rungName(rung)
  }

  package func rung(of stage: String) -> Rung { stages[stage]?.ladder ?? .planned }
}
