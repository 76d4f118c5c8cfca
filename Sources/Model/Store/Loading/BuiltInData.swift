import CData
import CJSON

extension DatasetLoader {
  /// Loads the built-in dataset.
  ///
  /// It is parsed and checked when the program is made: `script/embed` writes the values of its files, in the order of
  /// their text. A test reads the files themselves, and compares.
  ///
  /// - Throws: `LoadFailure` with all its faults.
  package static func builtIn() throws(LoadFailure) -> Loaded {
    guard let data = qj_builtin() else { return Loaded() }
    let count = Int(data.load(as: QJParsedData.self).files)
    let files = (0..<count).map { qj_parsed_file(data, $0) }.map { (String(cString: $0.name), JSONValue($0)) }
    var loader = DatasetLoader(Loading(isChecked: true))
    for (name, root) in ordered(files, by: { $0.0 }) {
      let path = "\(builtInPlace)/\(name)"
      loader.loading.begin(checked: path)
      loader.read(.parsed(root), name: name, path: path)
    }
    return try loader.finish(place: builtInPlace)
  }

  /// The name used for the directory in messages about the built-in data.
  package static let builtInPlace = "built-in"
}

extension ThemeFile {
  /// The built-in themes.
  package static var builtIn: [InputFile] {
    InputFile.embedded(qj_themes(), count: qj_themes_count, place: "themes")
  }
}

/// The JSON Schemas (2020-12) of all kinds of files, as in `schemas/`.
package enum Schemas {
  /// The files of the built-in dataset, sorted by name.
  package static var all: [InputFile] {
    InputFile.embedded(qj_schemas(), count: qj_schemas_count, place: "schemas")
  }
}

/// The words of tables that offices send, as in `words/`.
package enum TableWords {
  /// The embedded files, sorted by name.
  package static var builtIn: [InputFile] {
    InputFile.embedded(qj_words(), count: qj_words_count, place: "words")
  }
}

/// The files of a new dataset, as in `templates/`.
package enum Templates {
  package static var all: [InputFile] {
    InputFile.embedded(qj_templates(), count: qj_templates_count, place: "templates")
  }
}

extension InputFile {
  fileprivate static func embedded(
    _ files: UnsafePointer<QJEmbeddedFile>?, count: Int, place: String
  ) -> [InputFile] {
    guard let files else { return [] }
    return (0..<count).map { index in
      let name = String(cString: files[index].name)
      let bytes = Array(UnsafeBufferPointer(start: files[index].bytes, count: files[index].size))
      return InputFile(path: "\(place)/\(name)", name: name, bytes: bytes)
    }
  }
}
