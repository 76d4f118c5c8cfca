import Foundation
import Testing

/// The arrows of ARCHITECTURE.md. The compiler refuses an import only where the module has not been built yet.
struct LayerTests {
  private static let own: Set = [
    "Domain", "Store", "Figures", "Output", "Canvas", "Panels", "App", "CJSON", "CData", "CCSV", "CIconv",
    "CMinizip", "CExpat",
    "CNcurses", "CSignals",
  ]

  /// The directory of each layer, and the modules of the package that it may import.
  static let layers: [(directory: String, allowed: Set<String>)] = [
    ("Sources/Model/Domain", []),
    ("Sources/Model/Store", ["Domain", "CJSON", "CData"]),
    ("Sources/Model/Figures", ["Domain"]),
    (
      "Sources/Model/Output",
      ["Domain", "Store", "Figures", "CJSON", "CData", "CCSV", "CIconv", "CMinizip", "CExpat"]
    ),
    ("Sources/TUI/Canvas", ["Domain", "CData", "CNcurses", "CSignals"]),
    ("Sources/TUI/Panels", ["Domain", "Figures", "Output", "Canvas"]),
    ("Sources/TUI/App", ["Domain", "Store", "Figures", "Output", "Canvas", "Panels", "CSignals"]),
  ]

  /// The modules of the package that a file imports.
  private func imports(_ text: String) -> Set<String> {
    let modules = text.matches(
      of: /(?m)^\s*(?:@\w+\s+)?(?:(?:private|internal|package|public)\s+)?import\s+(\w+)/)
    return Set(modules.map { String($0.output.1) }).intersection(LayerTests.own)
  }

  private func files(in directory: String) throws -> [String] {
    let paths = try #require(FileManager.default.enumerator(atPath: Package.path(directory)))
    return paths.compactMap { $0 as? String }.filter { $0.hasSuffix(".swift") }
  }

  private func imports(of file: String, in directory: String) throws -> Set<String> {
    imports(try String(contentsOfFile: Package.path("\(directory)/\(file)"), encoding: .utf8))
  }

  @Test func `an import is found however it is written`() {
    let text =
      "import Glibc\nprivate import CNcurses\n@testable import Store\n// import App\nlet a = 1\nimport Domain\n"
    #expect(imports(text) == ["CNcurses", "Store", "Domain"])
  }

  @Test(arguments: layers) func `a layer imports what its arrows allow`(
    directory: String, allowed: Set<String>
  ) throws {
    let files = try files(in: directory)
    #expect(files.count > 10)
    for file in files {
      let forbidden = try imports(of: file, in: directory).subtracting(allowed)
      #expect(forbidden.isEmpty, "\(directory)/\(file)")
    }
  }

  /// Package.swift has the same arrows: a layer without a declared dependency is built before it by chance at most.
  @Test(arguments: layers) func `the package declares the arrows`(directory: String, allowed: Set<String>)
    throws
  {
    let text = try String(contentsOfFile: Package.path("Package.swift"), encoding: .utf8)
    let name = directory.components(separatedBy: "/").last ?? ""
    let target = try #require(
      text.components(separatedBy: ".target(").first {
        $0.contains("name: \"\(name)\"") && $0.contains("path:")
      })
    let list = target.components(separatedBy: "path:")[0].replacingOccurrences(
      of: "model", with: "\"Domain\", \"Store\", \"Figures\", \"Output\"")
    let declared = Set(list.matches(of: /"(\w+)"/).map { String($0.output.1) }).subtracting([name])
    #expect(declared == allowed)
  }

  @Test func `ncurses is imported by one file`() throws {
    let found = try LayerTests.layers.flatMap { layer in
      try files(in: layer.directory).filter { try imports(of: $0, in: layer.directory).contains("CNcurses") }
    }
    #expect(found == ["Terminal/NcursesTerminal.swift"])
  }
}
