import Domain

/// The file of a table: comma-separated values, or the sheets of a workbook.
package enum TableFile {
  case text(Grid, TextEncoding)
  case workbook(Workbook)

  /// - Parameters:
  ///   - bytes: the whole file.
  ///   - name: its name; what is named as a workbook and is none is refused.
  ///   - encoding: the charset of a text.
  ///   - delimiter: the separator of the cells of a text; nil to find it.
  /// - Throws: the first fault with its line, or how to save the file.
  package init(_ bytes: [UInt8], name: String, encoding: TextEncoding, delimiter: Character?)
    throws(ImportFailure)
  {
    let kind = WorkbookKind(bytes)
    switch kind {
    case .workbook: self = .workbook(try Workbook(bytes))
    case .text:
      let folded = name.lowercased()
      let isNamedAsWorkbook = [".xlsx", ".xlsm", ".xlsb", ".xls", ".et", ".ods"].contains(
        where: folded.hasSuffix)
      guard !isNamedAsWorkbook || bytes.isEmpty else { throw kind.failure }
      let decoded = try encoding.decode(bytes)
      self = .text(try CSVReader.read(decoded.text, delimiter: delimiter), decoded.encoding)
    default: throw kind.failure
    }
  }
}

extension TableImport {
  /// Returns the cells of a file: of a workbook those of the sheet that is named, or of the only one that fits.
  ///
  /// - Throws: a fault when no sheet or several fit, or none has the name.
  package static func grid(_ kind: Kind, of file: TableFile, options: Options, dataset: Dataset)
    throws(ImportFailure) -> Grid
  {
    switch file {
    case .text(let grid, _):
      if options.sheet != nil {
        throw ImportFailure(
          Name(zh: "--sheet：文本表格没有工作表", en: "--sheet: a text has no sheets; only a workbook has"))
      }
      return grid
    case .workbook(let workbook):
      return try SheetChoice(
        sheets: workbook.sheets.map { sheet in
          (sheet.name, sheet.isHidden, { () throws(ImportFailure) in try workbook.grid(sheet) })
        }, kind: kind, options: options, dataset: dataset
      ).grid()
    }
  }
}

/// Chooses the sheet of a workbook.
struct SheetChoice {
  /// The name of each sheet, whether it is hidden, and its cells.
  let sheets: [(name: String, isHidden: Bool, grid: () throws(ImportFailure) -> Grid)]
  let kind: TableImport.Kind
  let options: TableImport.Options
  let dataset: Dataset

  func grid() throws(ImportFailure) -> Grid {
    if let name = options.sheet {
      guard
        let sheet = sheets.first(where: { $0.name == name })
          ?? sheets.first(where: { NameIndex.folded($0.name) == NameIndex.folded(name) })
      else {
        throw ImportFailure(
          Name(
            zh: "--sheet：没有工作表“\(name)”；有：\(names(.zh))",
            en: "--sheet: no sheet '\(name)'; expected one of \(names(.en))"),
          answers: sheets.map { .sheet($0.name) })
      }
      return try checked(sheet.grid())
    }
    var filled: [Grid] = []
    for sheet in sheets where !sheet.isHidden {
      let grid = try sheet.grid()
      // A sheet of one row holds a remark about the others.
      if grid.count > 1 { filled.append(grid) }
    }
    guard let only = filled.first else {
      throw ImportFailure(Name(zh: "工作簿里没有带数据行的工作表", en: "no visible sheet of the workbook has rows of data"))
    }
    guard filled.count > 1 else { return only }
    let fitting = filled.filter(fits)
    guard fitting.count == 1 else {
      let list = (fitting.isEmpty ? filled : fitting).compactMap(\.sheet)
      let choice = "--sheet \(ShellWord.quoted(list[0]))"
      throw ImportFailure(
        fitting.isEmpty
          ? Name(
            zh: "没有一张工作表像所要的表；用 --sheet 指定，如 \(choice)；有：\(list.joined(separator: "、"))",
            en:
              "no sheet looks like such a table; choose with \(choice); expected one of \(list.joined(separator: ", "))"
          )
          : Name(
            zh: "有\(list.count)张工作表都可导入：\(list.joined(separator: "、"))；用 \(choice) 指定",
            en: "\(list.count) sheets fit: \(list.joined(separator: ", ")); choose with \(choice)"),
        answers: list.map { .sheet($0) })
    }
    return fitting[0]
  }

  private func names(_ language: Language) -> String {
    sheets.map(\.name).joined(separator: language == .zh ? "、" : ", ")
  }

  private func checked(_ grid: Grid) throws(ImportFailure) -> Grid {
    guard grid.count > 1 else {
      throw ImportFailure(
        Name(zh: "工作表“\(grid.sheet ?? "")”没有数据行", en: "the sheet '\(grid.sheet ?? "")' has no rows of data"))
    }
    return grid
  }

  /// Whether a sheet has the head of such a table: the names of projects, or what is observed with two heads or more.
  private func fits(_ grid: Grid) -> Bool {
    let fields = kind == .projects ? ImportField.ofProjects : ImportField.ofObservations
    var shaper = TableShaper(
      grid, fields: fields, dataset: dataset, index: NameIndex(dataset), options: options)
    return shaper.fits()
  }
}
