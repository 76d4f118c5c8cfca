import Domain

/// Rows with the id of a figure, as `list figures` prints them.
extension FigureReader {
  /// Whether a row repeats the figure of the dataset whose id it has.
  ///
  /// - Throws: a fault where the id is that of a figure of another subject or indicator.
  func repeats(_ row: ImportRow) throws(RowFaults) -> Bool {
    guard let id = row.text(.figureID), let figure = dataset.figures[id] else { return false }
    let indicator = dataset.indicators[figure.indicator]
    let scoped = (indicator?.scopeNames ?? []).filter { $0.scope == figure.scope }.map { Optional($0.name) }
    let indicators = ([Name(both: figure.indicator), indicator?.short] + scoped + [indicator?.name])
      .compactMap { $0 }
    let names = [
      Name(both: figure.subject.text), Name(both: figure.subject.id), dataset.name(of: figure.subject),
    ]
    let isDistrict = figure.subject == .district
    try compare(row, .indicator, indicators) { try? self.indicator($0) == figure.indicator }
    try compare(row, .subject, names + (isDistrict ? [dataset.info.name, dataset.info.short] : [])) {
      try? self.subject($0) == figure.subject
    }
    return hasSameValue(row, figure) && hasSameTerms(row, figure)
  }

  /// Compares a cell with the names of what the figure is about.
  private func compare(
    _ row: ImportRow, _ field: ImportField, _ names: [Name], _ isSame: (String) -> Bool?
  ) throws(RowFaults) {
    guard let text = row.text(field), !isNamed(text, names), isSame(text) != true else { return }
    let (head, id) = (row.head(.figureID)?.head ?? "", row.text(.figureID) ?? "")
    let option = ShellWord.quoted(OptionList.pair(head, "-"))
    let own = names.last ?? Name(both: "")
    throw RowFaults(
      row.head(field),
      CellFault(
        zh: "\(id) 是“\(own.zh)”的数，此行却是“\(text)”；改正其一，或用 --map \(option) 不用该列",
        en:
          "\(id) is a figure of '\(own.en)', but the row names '\(text)'; correct one, or leave the column out with --map \(option)"
      ))
  }

  private func isNamed(_ text: String, _ names: [Name]) -> Bool {
    let folded = NameIndex.folded(text)
    return names.contains { NameIndex.folded($0.zh) == folded || NameIndex.folded($0.en) == folded }
  }

  private func hasSameValue(_ row: ImportRow, _ figure: Figure) -> Bool {
    guard let text = row.text(.value) else { return false }
    if figure.isInWords { return figure.words.map { isNamed(text, [$0]) } ?? false }
    guard let number = try? NumberText(text, row.mapping.words), let target = dataset.units[figure.unit]
    else {
      return false
    }
    let written = number.unit.isEmpty ? row.text(.unit) ?? row.unit(.value) : number.unit
    let isOwn = written.isEmpty || isNamed(written, [Name(both: target.id), target.name])
    guard let value = try? units.value(number.digits, in: isOwn ? "" : written, as: target) else {
      return false
    }
    return abs(value - figure.value) <= 1e-9 * abs(figure.value)
  }

  /// Whether period, kind, comparator and plan of a row are those of a figure, where it has them.
  private func hasSameTerms(_ row: ImportRow, _ figure: Figure) -> Bool {
    let period = row.text(.period).map { try? PeriodText.period($0, in: row.mapping.base) } ?? figure.period
    let kind = row.text(.kind).map { try? FigureReader.kind($0, row.mapping.words) } ?? figure.kind
    let sign = row.text(.comparator).map { try? FigureReader.comparator($0) } ?? figure.comparator
    let plan = row.text(.plan).map { try? index.one("plans", $0) } ?? figure.plan
    return period?.text == figure.period.text && kind == figure.kind && sign == figure.comparator
      && plan == figure.plan
  }
}
