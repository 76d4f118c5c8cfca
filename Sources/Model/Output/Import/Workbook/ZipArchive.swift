import CMinizip
import Domain

/// A zip archive in memory, read with minizip. Parts are found by name, and nothing is unpacked to a file.
final class ZipArchive {
  /// The limit of parts in an archive.
  private static let partLimit = 10_000
  /// The limit of all unpacked bytes, which bounds the time.
  private static let totalLimit = 1 << 30
  /// The limit of unpacked bytes for each packed one, from a size on; a workbook of repeated rows has up to 60.
  private static let ratioLimit = 250
  private static let freeSize = 16 << 20
  private static let blockSize = 64 << 10

  private let memory: UnsafeMutableRawBufferPointer
  private let file: unzFile
  private var total = 0

  /// - Throws: a fault when the bytes are not a complete archive.
  init(_ bytes: [UInt8]) throws(ImportFailure) {
    memory = UnsafeMutableRawBufferPointer.allocate(byteCount: max(1, bytes.count), alignment: 16)
    memory.copyBytes(from: bytes)
    guard let base = memory.baseAddress, let file = qj_zip_open(base, bytes.count) else {
      memory.deallocate()
      throw ZipArchive.damaged("")
    }
    self.file = file
    var info = unz_global_info64()
    guard unzGetGlobalInfo64(file, &info) == UNZ_OK, info.number_entry <= ZipArchive.partLimit else {
      throw ZipArchive.damaged("")
    }
  }

  deinit {
    unzClose(file)
    memory.deallocate()
  }

  /// Whether the archive has a part, in either case of Latin letters.
  func contains(_ name: String) -> Bool { unzLocateFile(file, name, 2) == UNZ_OK }

  /// Returns a part as a whole.
  ///
  /// - Throws: a fault when it is missing, damaged or larger than `limit`.
  func bytes(_ name: String, limit: Int) throws(ImportFailure) -> [UInt8] {
    var result: [UInt8] = []
    try read(name) { block throws(ImportFailure) in
      guard result.count + block.count <= limit else { throw ZipArchive.tooLarge(name) }
      result.append(contentsOf: block)
    }
    return result
  }

  /// Unpacks a part in blocks.
  ///
  /// - Throws: a fault when it is missing, encrypted, damaged or too large, or what `take` throws.
  func read(_ name: String, _ take: (UnsafeRawBufferPointer) throws(ImportFailure) -> Void)
    throws(ImportFailure)
  {
    var info = unz_file_info64()
    guard contains(name), unzGetCurrentFileInfo64(file, &info, nil, 0, nil, 0, nil, 0) == UNZ_OK else {
      throw ImportFailure(
        Name(zh: "工作簿缺少“\(name)”，可能已损坏", en: "the workbook has no part '\(name)'; it may be damaged"))
    }
    if info.flag & 1 != 0 { throw WorkbookKind.encrypted.failure }
    guard unzOpenCurrentFile(file) == UNZ_OK else { throw ZipArchive.damaged(name) }
    defer { unzCloseCurrentFile(file) }
    let block = UnsafeMutableRawBufferPointer.allocate(byteCount: ZipArchive.blockSize, alignment: 16)
    defer { block.deallocate() }
    var size = 0
    while true {
      let count = Int(unzReadCurrentFile(file, block.baseAddress, UInt32(block.count)))
      guard count >= 0 else { throw ZipArchive.damaged(name) }
      if count == 0 { break }
      size += count
      total += count
      let isBomb =
        size > ZipArchive.freeSize && size / ZipArchive.ratioLimit > Int(clamping: info.compressed_size)
      guard total <= ZipArchive.totalLimit, !isBomb else { throw ZipArchive.tooLarge(name) }
      try take(UnsafeRawBufferPointer(rebasing: block[..<count]))
    }
    // Closing compares the checksum.
    guard unzCloseCurrentFile(file) == UNZ_OK else { throw ZipArchive.damaged(name) }
  }

  static func damaged(_ name: String) -> ImportFailure {
    let part = name.isEmpty ? Name(zh: "", en: "") : Name(zh: "（\(name)）", en: " (\(name))")
    return ImportFailure(
      Name(
        zh: "工作簿已损坏\(part.zh)；请用 Excel 或 WPS 打开后另存为 .xlsx",
        en: "the workbook is damaged\(part.en); open it in Excel or WPS and save it again as .xlsx"))
  }

  static func tooLarge(_ name: String) -> ImportFailure {
    ImportFailure(
      Name(
        zh: "工作簿解压后太大（\(name)）；请只保留所需的工作表，另存为 .xlsx",
        en:
          "the workbook is too large when unpacked (\(name)); keep only the sheet that is needed and save it as .xlsx"
      ))
  }
}
