import Domain
import Figures
import Store

/// A table beside the dataset that it is to go into. It is read with different options as often as the user corrects them.
package struct TableInput: Sendable {
  /// A sheet of a workbook, or the only one of a text.
  package struct Sheet: Sendable {
    /// The name; empty for a text.
    package var name: String
    /// Whether the workbook hides it.
    package var isHidden: Bool
    fileprivate var grid: Result<Grid, ImportFailure>
  }

  /// What the rows are.
  package let kind: TableImport.Kind
  /// The path of the table.
  package let path: String
  /// The charset of a text; nil for a workbook.
  package let encoding: TextEncoding?
  /// The sheets of a workbook; one without a name for a text.
  package let sheets: [Sheet]
  /// The data before the import.
  package let dataset: Dataset
  private let files: [InputFile]
  private let directory: String

  /// Reads the cells of all sheets.
  ///
  /// - Parameters:
  ///   - kind: what the rows are.
  ///   - path: the path of the table.
  ///   - file: the table.
  ///   - dataset: the data before the import.
  ///   - files: the dataset's files.
  ///   - directory: their directory.
  package init(
    _ kind: TableImport.Kind, path: String, _ file: TableFile, dataset: Dataset, files: [InputFile],
    directory: String
  ) {
    (self.kind, self.path, self.dataset) = (kind, path, dataset)
    (self.files, self.directory) = (files, directory)
    switch file {
    case .text(let grid, let encoding):
      sheets = [Sheet(name: "", isHidden: false, grid: .success(grid))]
      self.encoding = encoding
    case .workbook(let workbook):
      sheets = workbook.sheets.map { sheet in
        Sheet(
          name: sheet.name, isHidden: sheet.isHidden,
          grid: Result { () throws(ImportFailure) in try workbook.grid(sheet) })
      }
      encoding = nil
    }
  }

  /// Whether the table is a workbook, whose sheets can be chosen.
  package var isWorkbook: Bool { encoding == nil }

  /// Reads the table by these options.
  package func trial(_ options: TableImport.Options) -> TableTrial {
    let grid: Grid
    do throws(ImportFailure) {
      grid = try self.grid(options)
    } catch {
      let shown = sheets.lazy.compactMap { try? $0.grid.get() }.first { $0.count > 1 }
      return TableTrial(draft: TableDraft(shown ?? Grid()), result: .failure(error))
    }
    return TableImport.trial(
      kind, grid, options: options, dataset: dataset, files: files, directory: directory)
  }

  private func grid(_ options: TableImport.Options) throws(ImportFailure) -> Grid {
    guard isWorkbook else { return try sheets[0].grid.get() }
    return try SheetChoice(
      sheets: sheets.map { sheet in
        (sheet.name, sheet.isHidden, { () throws(ImportFailure) in try sheet.grid.get() })
      }, kind: kind, options: options, dataset: dataset
    ).grid()
  }

  /// Returns what the dataset would be after an import.
  ///
  /// - Throws: the errors that it would have.
  package func outcome(of plan: ImportPlan) throws(LoadFailure) -> ImportOutcome {
    try ImportOutcome(plan, dataset: dataset, files: files, directory: directory)
  }
}

/// A table as it is read, and what that would change; or the faults, with what is known of the table.
package struct TableTrial: Sendable {
  /// The lines and columns, as far as they were read.
  package var draft: TableDraft
  /// What would change, or the faults.
  package var result: Result<ImportPlan, ImportFailure>

  /// What would change; nil with a fault.
  package var plan: ImportPlan? { try? result.get() }
  /// The faults; empty for a table that can be imported.
  package var faults: [ImportFault] {
    if case .failure(let failure) = result { failure.faults } else { [] }
  }
}

/// The dataset after an import, loaded completely before anything is written.
package struct ImportOutcome: Sendable {
  /// The dataset with the changes.
  package let dataset: Dataset
  /// The projects that would move back.
  package let setbacks: [ImportPlan.Setback]
  /// The findings of `check` that the dataset does not have before.
  package let doubts: [Diagnostic]

  /// - Parameters:
  ///   - plan: the changes.
  ///   - before: the data before the import.
  ///   - files: the dataset's files before the import.
  ///   - directory: their directory.
  /// - Throws: the errors that the dataset would have.
  package init(
    _ plan: ImportPlan, dataset before: Dataset, files: [InputFile], directory: String
  ) throws(LoadFailure) {
    dataset = try ImportOutcome.load(plan.files, over: files, directory: directory)
    setbacks = plan.setbacks(from: before, to: dataset)
    doubts = ImportPlan.doubts(from: before, to: dataset)
  }

  /// Returns the dataset of files with some of them changed.
  ///
  /// - Parameters:
  ///   - changes: the changed files, complete.
  ///   - files: the files before.
  ///   - directory: their directory.
  /// - Throws: the errors that the dataset would have.
  package static func load(
    _ changes: [InputFile], over files: [InputFile], directory: String
  ) throws(LoadFailure) -> Dataset {
    let changed = Set(changes.map(\.name))
    let all = files.filter { !changed.contains($0.name) } + changes
    return try DatasetLoader.load(files: all.sorted { $0.name < $1.name }, place: directory).dataset
  }
}

extension TableInput {
  /// The fields that a column can have, by the key that `--map` takes.
  package var fields: [(key: String, name: Name)] {
    guard kind == .projects else { return ImportField.ofObservations.map { ($0.key, $0.name) } }
    let rungs = Rung.ladder.filter { rung in dataset.stages.contains { $0.ladder == rung } }
    let dates = [false, true].flatMap { isExpected in
      rungs.map { ImportField.milestone($0, isExpected: isExpected) }
    }
    let figures = dataset.indicators.map { ($0.id, $0.name) }
    return (ImportField.ofProjects + dates + rungs.map { .whether($0) }).map { ($0.key, $0.name) } + figures
  }

  /// Returns the units that the numbers of a column can have, those of its indicator first.
  ///
  /// - Parameter indicator: the id of the indicator; nil where it is not known.
  package func units(of indicator: String?) -> [(id: String, name: Name)] {
    let own = indicator.flatMap { dataset.indicators[$0] }.flatMap { dataset.units[$0.unit] }
    let near = own.map { own in dataset.units.filter { $0.dimension == own.dimension } } ?? []
    let other = dataset.units.filter { unit in !near.contains { $0.id == unit.id } }
    var units = near.map { ($0.id, $0.name) }
    // 万元 is understood where the vocabulary has 亿元.
    let (numeral, base) = own.map { UnitText.split($0.name.zh) } ?? (1, "")
    for text in ["亿", "万", ""].map({ $0 + base })
    where numeral != 1 && !base.isEmpty && !units.contains(where: { $0.0 == text || $0.1.zh == text }) {
      units.append((text, Name(both: text)))
    }
    return units + other.map { ($0.id, $0.name) }
  }
}
