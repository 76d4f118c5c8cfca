import CExpat
import Domain
import Glibc

/// Takes the events of an XML document.
protocol XMLHandler: AnyObject {
  /// The fault that ends the reading.
  var failure: ImportFailure? { get }
  func start(_ name: XMLName, _ attributes: XMLAttributes)
  func end(_ name: XMLName)
  /// Takes a piece of text; a text may come in several.
  func text(_ bytes: UnsafeRawBufferPointer)
}

/// The name of an element or attribute, compared without the prefix of its namespace.
struct XMLName {
  fileprivate let local: UnsafePointer<CChar>

  fileprivate init(_ name: UnsafePointer<CChar>) {
    local = strchr(name, 0x3A).map { UnsafePointer($0 + 1) } ?? name
  }

  static func ~= (pattern: StaticString, name: XMLName) -> Bool { name == pattern }

  static func == (name: XMLName, text: StaticString) -> Bool {
    text.utf8Start.withMemoryRebound(to: CChar.self, capacity: text.utf8CodeUnitCount + 1) {
      strcmp(name.local, $0) == 0
    }
  }
}

/// The attributes of an element.
struct XMLAttributes {
  fileprivate let list: UnsafeMutablePointer<UnsafePointer<CChar>?>?

  /// Returns the bytes of a value, which end with a zero; nil without the attribute.
  func value(_ name: StaticString) -> UnsafePointer<CChar>? {
    var next = list
    while let pair = next, let key = pair[0] {
      if XMLName(key) == name { return pair[1] }
      next = pair + 2
    }
    return nil
  }

  subscript(_ name: StaticString) -> String? { value(name).map { String(cString: $0) } }

  /// Whether an attribute of XML's kind of truth is set: `1`, `true`.
  func isSet(_ name: StaticString) -> Bool { self[name].map { $0 == "1" || $0 == "true" } ?? false }
}

/// Parses the parts of a workbook with expat. A document type is refused, so that there are no entities of its own.
enum XMLReader {
  private static let depthLimit: Int32 = 64
  /// The limit of a tag with its attributes, in bytes.
  private static let tokenLimit = 1 << 20

  /// The source of a document: calls its argument with each block of bytes.
  typealias Source = ((UnsafeRawBufferPointer) throws(ImportFailure) -> Void) throws(ImportFailure) -> Void

  /// - Throws: the fault of the archive, of the XML or of the handler.
  static func read(_ name: String, in archive: ZipArchive, _ handler: any XMLHandler) throws(ImportFailure) {
    try read(name, handler) { take throws(ImportFailure) in try archive.read(name, take) }
  }

  /// - Parameter name: the name of the document in messages.
  static func read(_ name: String, _ handler: any XMLHandler, from source: Source) throws(ImportFailure) {
    guard let parser = XML_ParserCreate(nil) else { throw ZipArchive.damaged(name) }
    defer { XML_ParserFree(parser) }
    let context = Context(parser, handler)
    XML_SetUserData(parser, Unmanaged.passUnretained(context).toOpaque())
    XML_SetElementHandler(parser, startElement, endElement)
    XML_SetCharacterDataHandler(parser, takeText)
    XML_SetStartDoctypeDeclHandler(parser, refuseDoctype)
    var size = 0
    func parse(_ block: UnsafeRawBufferPointer, isLast: Bool) throws(ImportFailure) {
      let status = XML_Parse(
        parser, block.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(block.count), isLast ? 1 : 0)
      if let failure = context.failure ?? handler.failure { throw failure }
      guard status == XML_STATUS_OK else { throw ZipArchive.damaged(name) }
      size += block.count
      guard size - Int(XML_GetCurrentByteIndex(parser)) <= tokenLimit || isLast else {
        throw ZipArchive.tooLarge(name)
      }
    }
    try source { block throws(ImportFailure) in try parse(block, isLast: false) }
    try parse(UnsafeRawBufferPointer(start: nil, count: 0), isLast: true)
  }

  fileprivate final class Context {
    let parser: XML_Parser
    let handler: any XMLHandler
    var depth: Int32 = 0
    var failure: ImportFailure?

    init(_ parser: XML_Parser, _ handler: any XMLHandler) { (self.parser, self.handler) = (parser, handler) }

    func stop(_ failure: ImportFailure?) {
      self.failure = failure
      XML_StopParser(parser, 0)
    }

    func descend() -> Bool {
      depth += 1
      guard depth > XMLReader.depthLimit else { return true }
      stop(ZipArchive.damaged("XML"))
      return false
    }
  }
}

private func context(_ pointer: UnsafeMutableRawPointer?) -> XMLReader.Context? {
  pointer.map { Unmanaged<XMLReader.Context>.fromOpaque($0).takeUnretainedValue() }
}

private func startElement(
  _ pointer: UnsafeMutableRawPointer?, _ name: UnsafePointer<CChar>?,
  _ attributes: UnsafeMutablePointer<UnsafePointer<CChar>?>?
) {
  guard let context = context(pointer), let name, context.descend() else { return }
  context.handler.start(XMLName(name), XMLAttributes(list: attributes))
  if context.handler.failure != nil { context.stop(nil) }
}

private func endElement(_ pointer: UnsafeMutableRawPointer?, _ name: UnsafePointer<CChar>?) {
  guard let context = context(pointer), let name else { return }
  context.depth -= 1
  context.handler.end(XMLName(name))
  if context.handler.failure != nil { context.stop(nil) }
}

private func takeText(_ pointer: UnsafeMutableRawPointer?, _ text: UnsafePointer<CChar>?, _ count: Int32) {
  context(pointer)?.handler.text(UnsafeRawBufferPointer(start: text, count: Int(count)))
}

private func refuseDoctype(
  _ pointer: UnsafeMutableRawPointer?, _ name: UnsafePointer<CChar>?, _ system: UnsafePointer<CChar>?,
  _ identifier: UnsafePointer<CChar>?, _ hasSubset: Int32
) {
  context(pointer)?.stop(
    ImportFailure(
      Name(
        zh: "工作簿含有文档类型声明（DTD），不是 Excel 或 WPS 保存的；不读取",
        en: "the workbook declares a document type (DTD), which Excel and WPS never do; it is not read")))
}
