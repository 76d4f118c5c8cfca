import Domain

/// What a file is by its first bytes and its parts, and how a file that is no readable workbook can be saved as one.
enum WorkbookKind {
  case text, workbook, old, encrypted, openDocument, binary, otherArchive

  init(_ bytes: [UInt8]) {
    if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
      let name = "EncryptedPackage".utf8.flatMap { [$0, 0] as [UInt8] }
      self = bytes.contains(name) ? .encrypted : .old
    } else if bytes.starts(with: [0x50, 0x4B, 3, 4]) || bytes.starts(with: [0x50, 0x4B, 5, 6]) {
      self = .workbook
    } else {
      self = .text
    }
  }

  /// The kind of an archive that is not a workbook.
  init(of archive: ZipArchive) {
    if archive.contains("xl/workbook.bin") {
      self = .binary
    } else {
      self = archive.contains("content.xml") ? .openDocument : .otherArchive
    }
  }

  /// The refusal of a file of this kind, with its remedy.
  var failure: ImportFailure {
    switch self {
    case .old:
      ImportFailure(
        Name(
          zh: "是旧版表格（.xls 或 .et）；请用 Excel 或 WPS 打开，另存为“Excel 工作簿（.xlsx）”",
          en: "an old workbook (.xls or .et); open it in Excel or WPS and save it as 'Excel Workbook (.xlsx)'"
        ))
    case .encrypted:
      ImportFailure(
        Name(
          zh: "工作簿有打开密码；请在 Excel 或 WPS 中取消密码（文件→信息→保护工作簿），再保存",
          en:
            "the workbook is encrypted; remove its password in Excel or WPS (File > Info > Protect Workbook) and save it"
        ))
    case .openDocument:
      ImportFailure(
        Name(
          zh: "是 OpenDocument 表格（.ods）；请在 LibreOffice 或 WPS 中另存为“Excel 工作簿（.xlsx）”",
          en: "an OpenDocument file (.ods); save it in LibreOffice or WPS as 'Excel Workbook (.xlsx)'"))
    case .binary:
      ImportFailure(
        Name(
          zh: "是二进制工作簿（.xlsb）；请在 Excel 中另存为“Excel 工作簿（.xlsx）”",
          en: "a binary workbook (.xlsb); save it in Excel as 'Excel Workbook (.xlsx)'"))
    case .text:
      ImportFailure(
        Name(
          zh: "扩展名是表格，内容却是文本；请用 Excel 或 WPS 打开，另存为“Excel 工作簿（.xlsx）”，若本是 CSV，把扩展名改为 .csv",
          en:
            "named as a workbook but holds text; save it in Excel or WPS as 'Excel Workbook (.xlsx)' or, if it is CSV, rename it to .csv"
        ))
    case .workbook, .otherArchive:
      ImportFailure(
        Name(
          zh: "是压缩包，不是工作簿；请解压，或用 Excel 或 WPS 另存为“Excel 工作簿（.xlsx）”",
          en: "an archive without a workbook; unpack it, or save the table as 'Excel Workbook (.xlsx)'"))
    }
  }
}
