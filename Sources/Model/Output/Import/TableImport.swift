import Domain
import Store

/// Reads a table of observations or projects and reports what it would change in a dataset.
package struct TableImport {
  package enum Kind: String, CaseIterable, Sendable {
    case projects, observations
  }

  /// The user's options for a table.
  package struct Options: Sendable {
    /// The document of all rows that name none.
    package var source: String?
    /// Headers and their fields; the field `-` ignores a column.
    package var choices: [(String, String)]

    package init(source: String? = nil, choices: [(String, String)] = []) {
      self.source = source
      self.choices = choices
    }
  }

  /// Returns the changes that a table would make.
  ///
  /// - Parameters:
  ///   - kind: what the rows are.
  ///   - table: the table with its header.
  ///   - options: the document and the choice of columns.
  ///   - dataset: the data before the import.
  ///   - files: the dataset's files.
  ///   - directory: their directory.
  /// - Throws: all faults of the table; nothing may be written then.
  package static func plan(
    _ kind: Kind, _ table: CSVTable, options: Options, dataset: Dataset, files: [InputFile], directory: String
  ) throws(ImportFailure) -> ImportPlan {
    let index = NameIndex(dataset)
    let fields = kind == .projects ? ImportField.ofProjects : ImportField.ofObservations
    let mapping: ImportMapping
    var source: String?
    do throws(CellFault) {
      source = try options.source.map { text throws(CellFault) in try index.one("sources", text) }
      mapping = try ImportMapping(
        table.header.cells, fields: fields, choices: options.choices, dataset: dataset, index: index)
    } catch {
      throw ImportFailure(error.message, line: table.header.line)
    }
    try mapping.require(kind == .projects ? [.name] : [.indicator, .period, .value])
    let rows = table.rows.map { ImportRow($0, mapping: mapping, source: source) }
    var target = ImportTarget(dataset: dataset, files: files, directory: directory)
    var unchanged = 0
    var faults: [ImportFault] = []
    let statements = FigureReader(dataset: dataset, index: index)
    var figures = FigureImport(dataset: dataset)
    var projects = ProjectImport(dataset: dataset, index: index, mapping: mapping)
    for row in rows {
      do throws(RowFaults) {
        let isChanged: Bool
        switch kind {
        case .observations: isChanged = try figures.put(statements.figure(row), from: row, into: &target)
        case .projects: isChanged = try projects.put(row, into: &target)
        }
        if !isChanged { unchanged += 1 }
      } catch {
        for fault in error.faults {
          let told = ImportFault(line: row.line, column: fault.column, message: fault.fault.message)
          // Several cells can fail for the same reason, such as an unknown document.
          if !faults.suffix(error.faults.count).contains(told) { faults.append(told) }
        }
      }
    }
    guard faults.isEmpty else { throw ImportFailure(faults) }
    var remarks: [Name] = []
    if projects.untranslated > 0 {
      remarks.append(
        Name(
          zh: "\(projects.untranslated) 个新项目没有英文名称（“英文名称”列），暂用中文",
          en:
            "\(projects.untranslated) new projects have no English name (column 'name_en'); the Chinese name is used"
        ))
    }
    return ImportPlan(
      mapping: mapping, rows: rows.count, changes: target.changes, unchanged: unchanged, remarks: remarks,
      projectLines: projects.lines, files: target.result())
  }
}
