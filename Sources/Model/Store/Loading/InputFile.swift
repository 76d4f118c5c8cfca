import Domain
import Glibc

/// A file of a dataset: its path for messages, its name, and its bytes.
package struct InputFile: Sendable {
  /// The path for messages.
  package var path: String
  /// The file name without its directory.
  package var name: String
  /// The content.
  package var bytes: [UInt8]
  /// Whether a link led to it from outside of its directory. If so, no message quotes its contents.
  package private(set) var isLinked = false

  /// The size limit of a file, in bytes.
  package static let maximumSize = 256 << 20

  /// Creates a file from bytes in memory; `name` is its name in the directory, `path` that of messages.
  package init(path: String, name: String, bytes: [UInt8]) {
    self.path = path
    self.name = name
    self.bytes = bytes
  }

  /// Reads a regular file.
  ///
  /// It is opened without blocking, so that a named pipe or device cannot hang the program. Anything that is not a
  /// regular file, or is larger than `limit` bytes, is rejected before a byte is read.
  /// - Throws: the fault, without a line.
  package static func read(
    path: String, name: String, limit: Int = maximumSize, links: LinkRule = .insideDirectory
  ) throws(Diagnostic) -> InputFile {
    let opened = try open(path, limit: limit, links)
    defer { close(opened.descriptor) }
    var file = try read(
      descriptor: opened.descriptor, path: path, name: name, size: opened.size, limit: limit)
    file.isLinked = opened.isLinked
    return file
  }

  /// Returns the size of a readable file, in bytes.
  /// - Throws: the reason that it cannot be read.
  static func size(path: String) throws(Diagnostic) -> Int {
    let opened = try open(path, limit: maximumSize, .insideDirectory)
    close(opened.descriptor)
    return opened.size
  }

  private struct Opened {
    var descriptor: Int32
    var size: Int
    var isLinked: Bool
  }

  private static let flags = O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC

  /// - Returns: nil for a link that must not be followed.
  private static func descriptor(_ path: String, _ links: LinkRule) -> (number: Int32, isLinked: Bool)? {
    let name = FileName.cString(path)
    let direct = Glibc.open(name, flags | O_NOFOLLOW)
    guard direct < 0, errno == ELOOP else { return (direct, false) }
    if access(name, F_OK) != 0 { return (-1, false) }
    if let inside = FileLink.openInside(path, flags) { return (inside, false) }
    let isOwn = { DirectoryOwner.isOwn(DirectoryOwner.directory(of: path)) }
    guard links == .followed || (links == .fromOwnDirectory && isOwn()) else { return nil }
    return (Glibc.open(name, flags), true)
  }

  private static func open(_ path: String, limit: Int, _ links: LinkRule) throws(Diagnostic) -> Opened {
    func failure(_ fault: Fault) -> Diagnostic {
      Diagnostic(path: path, line: nil, column: nil, fault: fault)
    }
    guard let (descriptor, isLinked) = descriptor(path, links) else { throw failure(.leadsOutside) }
    guard descriptor >= 0 else { throw failure(.notReadable(reason: SystemError.last.name)) }
    do throws(Diagnostic) {
      var status = stat()
      guard fstat(descriptor, &status) == 0 else {
        throw failure(.notReadable(reason: SystemError.last.name))
      }
      guard status.st_mode & S_IFMT == S_IFREG else { throw failure(.notRegularFile) }
      let size = Int(status.st_size)
      guard size <= limit else { throw failure(.tooLarge(bytes: size, allowed: limit)) }
      return Opened(descriptor: descriptor, size: size, isLinked: isLinked)
    } catch {
      close(descriptor)
      throw error
    }
  }

  /// Reads an open file or pipe to its end.
  /// - Throws: the fault, without a line; more than `limit` bytes are a fault.
  package static func read(
    descriptor: Int32, path: String, name: String = "", size: Int = 0, limit: Int = maximumSize
  ) throws(Diagnostic) -> InputFile {
    func failure(_ fault: Fault) -> Diagnostic {
      Diagnostic(path: path, line: nil, column: nil, fault: fault)
    }
    var bytes: [UInt8] = []
    while bytes.count <= limit {
      let part: [UInt8]
      do throws(SystemError) {
        // One byte more than expected, so that the end of the file is seen at once.
        part = try self.part(of: descriptor, room: bytes.count < size ? size - bytes.count + 1 : 1 << 15)
      } catch {
        throw failure(.notReadable(reason: error.name))
      }
      if part.isEmpty { return InputFile(path: path, name: name, bytes: bytes) }
      if bytes.isEmpty { bytes = part } else { bytes += part }
    }
    throw failure(.tooLarge(bytes: bytes.count, allowed: limit))
  }

  /// Returns the bytes of one read call, at most `room`; empty at the end.
  private static func part(of descriptor: Int32, room: Int) throws(SystemError) -> [UInt8] {
    var error: SystemError?
    let bytes = [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
      repeat { count = Glibc.read(descriptor, buffer.baseAddress, room) } while count < 0 && errno == EINTR
      if count < 0 {
        error = .last
        count = 0
      }
    }
    if let error { throw error }
    return bytes
  }

  /// Reads all `*.json` files of a directory, sorted by name.
  /// - Throws: the first fault of the directory, or the faults of all files that cannot be read.
  package static func readDirectory(_ path: String, links: LinkRule = .insideDirectory) throws(LoadFailure)
    -> [InputFile]
  {
    var files: [InputFile] = []
    var faults: [Diagnostic] = []
    for name in try names(inDirectory: path) {
      do throws(Diagnostic) {
        files.append(try read(path: self.path(of: name, in: path), name: name, links: links))
      } catch {
        faults.append(error)
      }
    }
    guard faults.isEmpty else { throw LoadFailure(diagnostics: faults) }
    return files
  }

  /// The path for messages.
  package static func path(of name: String, in directory: String) -> String {
    directory.hasSuffix("/") ? directory + name : directory + "/" + name
  }

  /// Returns the names of the `*.json` files of a directory, sorted.
  /// - Throws: the fault of the directory.
  static func names(inDirectory path: String) throws(LoadFailure) -> [String] {
    func failure(_ fault: Fault) -> LoadFailure {
      LoadFailure(diagnostics: [Diagnostic(path: path, line: nil, column: nil, fault: fault)])
    }
    guard let directory = opendir(FileName.cString(path)) else {
      throw errno == ENOENT
        ? failure(.directoryMissing) : failure(.notReadable(reason: SystemError.last.name))
    }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { FileName.text(cString: $0) }
      }
      if isData(name) { names.append(name) }
    }
    guard !names.isEmpty else { throw failure(.noFiles) }
    return names.sorted()
  }

  /// Whether a file with this name belongs to a dataset.
  static func isData(_ name: String) -> Bool { name.hasSuffix(".json") && !name.hasPrefix(".") }
}

/// The failure to load a dataset: all its faults, in the order of files and lines.
package struct LoadFailure: Error, Sendable {
  /// All faults, in the order of files and lines.
  package var diagnostics: [Diagnostic]

  /// Creates a failure from at least one fault.
  package init(diagnostics: [Diagnostic]) { self.diagnostics = diagnostics }

  /// Whether nothing exists to be read, as opposed to a fault in its contents.
  package var isMissing: Bool {
    diagnostics.contains { diagnostic in
      switch diagnostic.fault {
      case .directoryMissing, .noFiles, .notReadable, .notAnswering, .notRegularFile, .leadsOutside: true
      default: false
      }
    }
  }
}
