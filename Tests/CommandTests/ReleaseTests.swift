import Foundation
import Testing

/// The version, and the script that makes the tag of one.
struct ReleaseTests {
  @Test func `the newest version of CHANGELOG is that of the program`() throws {
    let text = try String(contentsOfFile: Package.path("CHANGELOG.md"), encoding: .utf8)
    let headings = text.split(separator: "\n").filter { $0.hasPrefix("## ") }
    #expect(headings.first == "## [Unreleased]")
    let newest = try #require(headings.dropFirst().first)
    let version = try #require(newest.wholeMatch(of: /## \[(\d+\.\d+\.\d+)\] - \d{4}-\d{2}-\d{2}/)).1
    #expect(try Command.run("--version").output == "qjboard \(version)\n")
    for page in ["docs/command-line.md", "docs/kiosk.md"] {
      let text = try String(contentsOfFile: Package.path(page), encoding: .utf8)
      for match in text.matches(of: /qjboard[ _](\d+\.\d+\.\d+)/) { #expect(match.1 == version, "\(page)") }
    }
  }

  /// A repository with the script, a changelog, and stand-ins for the checks and the program.
  private func repository(changelog: String, program: String = "qjboard 1.2.0") throws -> ScratchDirectory {
    let directory = try ScratchDirectory()
    try directory.write(changelog, to: "CHANGELOG.md")
    try directory.write(".build/\n", to: ".gitignore")
    let made = try Command.shell(
      """
      mkdir -p script .build/release && cp '\(Package.path("script/release"))' script/ &&
      for name in script/lint script/test; do printf '#!/bin/sh\\nexit 0\\n' > $name; done &&
      printf '#!/bin/sh\\necho \(program)\\n' > .build/release/qjboard && chmod +x script/* .build/release/qjboard &&
      git init -q -b main && git add . && git commit -q -m first
      """, environment: Self.identity, directory: directory.path)
    try #require(made.status == 0, "\(made.error)")
    return directory
  }

  private static let identity = [
    "GIT_AUTHOR_NAME": "A", "GIT_AUTHOR_EMAIL": "a@example.org", "GIT_COMMITTER_NAME": "A",
    "GIT_COMMITTER_EMAIL": "a@example.org", "GIT_CONFIG_GLOBAL": "/dev/null",
  ]

  private static let changelog = """
    # Changelog

    ## [Unreleased]

    ## [1.2.0] - 2026-12-01

    ### Added

    - A view.

    ## [1.1.0] - 2026-11-01

    - Older.

    """

  @Test func `a release is a tag with the section of its version`() throws {
    let directory = try repository(changelog: Self.changelog)
    let dry = try Command.shell(
      "script/release --dry-run && git tag", environment: Self.identity, directory: directory.path)
    #expect(
      dry.status == 0 && dry.lines.last == "dry run: would make the annotated tag v1.2.0", "\(dry.error)")
    let result = try Command.shell(
      "script/release && git tag && git cat-file tag v1.2.0", environment: Self.identity,
      directory: directory.path)
    #expect(result.status == 0, "\(result.error)")
    #expect(result.lines.contains("### Added") && result.lines.contains("- A view."))
    #expect(!result.output.contains("Older"))
    let again = try Command.shell("script/release", environment: Self.identity, directory: directory.path)
    #expect(again.status == 1 && again.errorLines.last == "failed: the tag v1.2.0 is new")
  }

  @Test(arguments: [
    ("echo x > new", "qjboard 1.2.0", "failed: the working tree is clean"),
    ("git switch -q -c other", "qjboard 1.2.0", "failed: the branch is main"),
    (
      "sed -i '3a- New.' CHANGELOG.md", "qjboard 1.2.0",
      "failed: nothing is left under Unreleased in CHANGELOG.md"
    ),
    ("sed -i '/A view/d' CHANGELOG.md", "qjboard 1.2.0", "failed: section 1.2.0 of CHANGELOG.md has entries"),
    ("true", "qjboard 1.1.0", "failed: the binary reports 1.2.0"),
    ("printf 'exit 1' > script/test; git commit -qam x", "qjboard 1.2.0", "failed: script/test"),
  ])
  func `no tag is made of what is not ready`(change: String, program: String, message: String) throws {
    let directory = try repository(changelog: Self.changelog, program: program)
    let result = try Command.shell(
      "\(change); script/release", environment: Self.identity, directory: directory.path)
    #expect(result.status == 1 && result.errorLines.last == message, "\(result.output)\(result.error)")
    let tags = try Command.shell("git tag", directory: directory.path)
    #expect(tags.output.isEmpty)
  }
}
