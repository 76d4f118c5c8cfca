extension Figure {
  /// The value as people read it, with comparator and range but without its unit: `≥95`, `8-10`, `144.54`.
  public var valueText: String {
    let sign = comparator == .equal ? "" : comparator.rawValue
    let value = Decimal.text(value, digits: 4)
    guard let upper else { return sign + value }
    return "\(sign)\(value)-\(Decimal.text(upper, digits: 4))"
  }
}

extension Dataset {
  /// A figure with its unit: `144.54亿元`, `144.54 x100M yuan`.
  public func label(_ figure: Figure, _ language: Language) -> String {
    if let words = figure.words { return words[language] }
    return label(figure.valueText, unit: figure.unit, of: figure.indicator, language)
  }

  /// A value with the name of its unit; in English with the noun of what is counted: `44 firms`.
  public func label(_ value: String, unit: String, of indicator: String? = nil, _ language: Language)
    -> String
  {
    if language == .en, let noun = indicator.flatMap({ indicators[$0]?.noun }), unitName(unit).en.isEmpty {
      return "\(value) \(value == "1" ? noun.one : noun.other)"
    }
    let name = unitName(unit)[language]
    if name.isEmpty { return value }
    return language == .zh || name == "%" ? value + name : "\(value) \(name)"
  }

  /// A change of a level with its unit: points where the level is in percent, `3.2个百分点`.
  public func changeLabel(_ change: Double, unit: String, of indicator: String? = nil, _ language: Language)
    -> String
  {
    let amount = Decimal.text(change)
    guard unit == "%" else { return label(amount, unit: unit, of: indicator, language) }
    return language == .zh ? amount + "个百分点" : "\(amount) point\(amount == "1" ? "" : "s")"
  }

  public func unitName(_ id: String) -> Name { units[id]?.name ?? Name(both: id) }

  /// What a figure is about: the district, a cluster, a firm, a project.
  public func name(of subject: Subject) -> Name {
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

  public func scopeName(_ id: String) -> Name {
    vocabulary.scopes.first { $0.id == id }?.name ?? Name(both: id)
  }

  public func categoryName(_ id: String) -> Name {
    vocabulary.categories.first { $0.id == id }?.name ?? Name(both: id)
  }

  public func ruleName(_ id: String) -> Name {
    vocabulary.rules.first { $0.id == id }?.name ?? Name(both: id)
  }

  /// The name of a rung in the dataset's own words: the first stage of its vocabulary on that rung.
  public func rungName(_ rung: Rung) -> Name {
    vocabulary.stages.first { $0.ladder == rung }?.name ?? Name(both: "-")
  }

  public func rung(of stage: String) -> Rung { stages[stage]?.ladder ?? .planned }
}
