import CData

extension DatasetLoader {
  /// The dataset that is part of the program.
  public static func builtIn() throws(LoadFailure) -> Loaded {
    try load(files: builtInFiles, place: builtInPlace)
  }

  /// Its files; paths read `built-in/figures.json`.
  public static var builtInFiles: [InputFile] {
    guard let files = qj_builtin() else { return [] }
    return (0..<qj_builtin_count).map { index in
      let name = String(cString: files[index].name)
      let bytes = Array(UnsafeBufferPointer(start: files[index].bytes, count: files[index].size))
      return InputFile(path: "\(builtInPlace)/\(name)", name: name, bytes: bytes)
    }
  }

  /// What stands for the directory in messages about the built-in data.
  public static let builtInPlace = "built-in"
}
