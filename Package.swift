// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [.treatAllWarnings(as: .error)]

/// The layers of the model, each of which may import those before it; `Figures` does not import `Store`.
let model: [Target.Dependency] = ["Domain", "Store", "Figures", "Output"]

/// The layers of the screen; `Panels` does not import `Store`.
let screen: [Target.Dependency] = ["Canvas", "Panels", "App"]

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
    .systemLibrary(name: "CMinizip"),
    .systemLibrary(name: "CExpat"),
    .target(name: "CJSON"),
    .target(name: "CSignals"),
    .target(name: "CData"),
    .target(name: "Domain", path: "Sources/Model/Domain", swiftSettings: strict),
    .target(
      name: "Store", dependencies: ["Domain", "CJSON", "CData"], path: "Sources/Model/Store",
      swiftSettings: strict),
    .target(name: "Figures", dependencies: ["Domain"], path: "Sources/Model/Figures", swiftSettings: strict),
    .target(
      name: "Output",
      dependencies: ["Domain", "Store", "Figures", "CJSON", "CData", "CCSV", "CIconv", "CMinizip", "CExpat"],
      path: "Sources/Model/Output", swiftSettings: strict),
    .target(
      name: "Canvas", dependencies: ["Domain", "CData", "CNcurses", "CSignals"], path: "Sources/TUI/Canvas",
      swiftSettings: strict),
    .target(
      name: "Panels", dependencies: ["Domain", "Figures", "Output", "Canvas"], path: "Sources/TUI/Panels",
      swiftSettings: strict),
    .target(
      name: "App", dependencies: model + ["Canvas", "Panels", "CSignals"], path: "Sources/TUI/App",
      swiftSettings: strict),
    .executableTarget(
      name: "qjboard",
      dependencies: [
        "CSignals", .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ] + model + screen,
      swiftSettings: strict),
    .systemLibrary(name: "CVTerm", path: "Tests/CVTerm"),
    .testTarget(name: "ModelTests", dependencies: model + ["CMinizip"], swiftSettings: strict),
    .testTarget(
      name: "TUITests", dependencies: model + screen, exclude: ["Snapshots"], swiftSettings: strict),
    .testTarget(name: "CommandTests", dependencies: ["qjboard"], swiftSettings: strict),
    .testTarget(
      name: "TerminalTests", dependencies: model + screen + ["CVTerm"], swiftSettings: strict),
  ],
  cLanguageStandard: .gnu2x,
  cxxLanguageStandard: .cxx17
)

// libFuzzer has to be asked for when everything is compiled: script/fuzz does.
if Context.environment["QJBOARD_FUZZ_TARGET"] != nil {
  package.products.append(.executable(name: "qjfuzz", targets: ["qjfuzz"]))
  package.targets.append(
    .executableTarget(
      name: "qjfuzz", dependencies: model + screen, path: "Tests/Fuzz", exclude: ["Corpus"],
      swiftSettings: strict + [.enableExperimentalFeature("Extern")]))
}
