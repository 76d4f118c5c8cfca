extension DatasetLoader {
  /// Data and the state of their directory in which they were read.
  struct Reading {
    var loaded: Loaded
    var snapshot: DirectorySnapshot
  }

  /// Reads a directory. Only the files that changed since the earlier reading are read, where the result is the same.
  ///
  /// - Parameters:
  ///   - snapshot: the present state of the directory.
  ///   - whenRead: called when all files are read, before they are parsed.
  /// - Returns: nil when the directory changed meanwhile, which also stops the loading of large files.
  /// - Throws: all faults, as ``load(files:place:)`` does.
  static func load(
    _ path: String, in snapshot: DirectorySnapshot, after earlier: Reading?, whenRead: () -> Void
  ) throws(LoadFailure) -> Loaded? {
    if let earlier, let files = changedFiles(of: path, in: snapshot, since: earlier.snapshot) {
      whenRead()
      if let updated = DatasetUpdate.apply(files, to: earlier.loaded) { return updated }
    }
    let files = try InputFile.readDirectory(path)
    whenRead()
    return try load(files: consume files, place: path, while: { DirectorySnapshot(path) == snapshot })
  }

  /// Returns the files that changed; nil when files were added or removed, all changed, or one cannot be read.
  private static func changedFiles(
    of path: String, in snapshot: DirectorySnapshot, since earlier: DirectorySnapshot
  ) -> [InputFile]? {
    guard let names = snapshot.names, names == earlier.names else { return nil }
    let changed = snapshot.changed(since: earlier)
    guard changed.count < names.count else { return nil }
    let files = changed.compactMap { try? InputFile.read(path: InputFile.path(of: $0, in: path), name: $0) }
    return files.count == changed.count ? files : nil
  }
}
