import Domain

/// An Excel workbook (.xlsx), whose sheets are read one by one.
package final class Workbook {
  package struct Sheet: Sendable {
    package var name: String
    package var isHidden: Bool
    fileprivate var part: String
  }

  package private(set) var sheets: [Sheet] = []
  private let archive: ZipArchive
  private let texts = SharedTexts()
  private var formats: [NumberFormat] = []
  private var numbers = CellNumber(is1904: false)

  /// - Throws: a fault when the bytes are no workbook, with the way to save one.
  package init(_ bytes: [UInt8]) throws(ImportFailure) {
    archive = try ZipArchive(bytes)
    guard let main = try mainPart() else { throw WorkbookKind(of: archive).failure }
    let list = SheetList()
    try XMLReader.read(main, in: archive, list)
    let relations = try self.relations(of: main)
    numbers = CellNumber(is1904: list.is1904)
    sheets = list.entries.compactMap { entry in
      guard let target = relations.targets[entry.relation], target.kind == "worksheet" else { return nil }
      return Sheet(name: entry.name, isHidden: entry.isHidden, part: target.part)
    }
    if let part = relations.part(ofKind: "sharedStrings"), archive.contains(part) {
      try XMLReader.read(part, in: archive, texts)
    }
    if let part = relations.part(ofKind: "styles"), archive.contains(part) {
      let styles = StyleTable()
      try XMLReader.read(part, in: archive, styles)
      formats = styles.formats
    }
    guard !sheets.isEmpty else {
      throw ImportFailure(Name(zh: "工作簿里没有工作表", en: "the workbook has no worksheet"))
    }
  }

  /// Returns the name of the part that lists the sheets; nil in another archive.
  private func mainPart() throws(ImportFailure) -> String? {
    guard archive.contains("_rels/.rels") else { return nil }
    let relations = Relations(of: "")
    try XMLReader.read("_rels/.rels", in: archive, relations)
    guard let part = relations.part(ofKind: "officeDocument"), archive.contains(part),
      !archive.contains("xl/workbook.bin"), !archive.contains("word/document.xml")
    else { return nil }
    return part
  }

  private func relations(of part: String) throws(ImportFailure) -> Relations {
    let slash = part.lastIndex(of: "/").map { part.index(after: $0) } ?? part.startIndex
    let relations = Relations(of: part)
    try XMLReader.read("\(part[..<slash])_rels/\(part[slash...]).rels", in: archive, relations)
    return relations
  }

  /// Returns the cells of a sheet.
  ///
  /// - Throws: a fault when it is damaged or too large.
  package func grid(_ sheet: Sheet) throws(ImportFailure) -> Grid {
    let reader = SheetReader(name: sheet.name, texts: texts, formats: formats, numbers: numbers)
    try XMLReader.read(sheet.part, in: archive, reader)
    var grid = reader.finished()
    if let hidden = reader.hidden() { grid.remarks.append(hidden) }
    return grid
  }
}
