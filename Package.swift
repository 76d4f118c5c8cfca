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
