// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [.treatAllWarnings(as: .error)]

let package = Package(
  name: "qianjiang-board",
  products: [
    .executable(name: "qjboard", targets: ["qjboard"])
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
  ],
  targets: [
    .systemLibrary(name: "CNcurses"),
    .systemLibrary(name: "CCSV"),
    .systemLibrary(name: "CIconv"),
    .target(name: "CJSON"),
    .target(name: "CSignals"),
    .target(name: "CData"),
    .target(name: "Model", dependencies: ["CJSON", "CData", "CCSV", "CIconv"], swiftSettings: strict),
    .target(name: "TUI", dependencies: ["Model", "CNcurses", "CSignals"], swiftSettings: strict),
    .executableTarget(
      name: "qjboard",
      dependencies: [
        "Model", "TUI", "CSignals",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),
    .systemLibrary(name: "CVTerm", path: "Tests/CVTerm"),
    .testTarget(name: "ModelTests", dependencies: ["Model"], swiftSettings: strict),
    .testTarget(
      name: "TUITests", dependencies: ["TUI", "Model"], exclude: ["Snapshots"], swiftSettings: strict),
    .testTarget(name: "CommandTests", dependencies: ["qjboard"], swiftSettings: strict),
    .testTarget(
      name: "TerminalTests", dependencies: ["TUI", "CVTerm"], swiftSettings: strict),
  ],
  cLanguageStandard: .gnu2x,
  cxxLanguageStandard: .cxx17
)

// libFuzzer has to be asked for when everything is compiled: script/fuzz does.
if Context.environment["QJBOARD_FUZZ_TARGET"] != nil {
  package.products.append(.executable(name: "qjfuzz", targets: ["qjfuzz"]))
  package.targets.append(
    .executableTarget(
      name: "qjfuzz", dependencies: ["Model", "TUI"], path: "Tests/Fuzz", exclude: ["Corpus"],
      swiftSettings: strict + [.enableExperimentalFeature("Extern")]))
}
