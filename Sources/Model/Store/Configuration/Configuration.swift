import Domain
import Glibc

/// The configuration files as read, the most important first.
package struct Configuration: Sendable {
  /// The paths of the files and of the directory of themes.
  package let paths: ConfigurationPaths
  /// The files that were read, the user's first.
  package private(set) var files: [ConfigurationFile] = []
  /// The errors and warnings of the files. If one is an error, the configuration must not be used.
  package private(set) var diagnostics: [Diagnostic] = []

  /// Reads the files that exist; never writes them.
  package init(paths: ConfigurationPaths) {
    self.paths = paths
    // Only the file named by the user must exist.
    for path in paths.all where path == paths.named || access(FileName.cString(path), F_OK) == 0 {
      do throws(Diagnostic) {
        let links: LinkRule = path == paths.named ? .followed : .fromOwnDirectory
        let (file, faults) = ConfigurationFile.read(
          try InputFile.read(path: path, name: "config.json", links: links))
        files.append(file)
        diagnostics += faults
      } catch {
        diagnostics.append(error)
      }
    }
    for path in paths.all.reversed() { readThemes(ConfigurationPaths.directory(of: path) + "themes") }
  }

  /// The theme files beside the configuration files; those of the user come last.
  package private(set) var themes: [InputFile] = []
  /// The faults of theme files that cannot be read, or of their directories.
  package private(set) var themeFaults: [Diagnostic] = []

  private mutating func readThemes(_ directory: String) {
    guard access(FileName.cString(directory), F_OK) == 0 else { return }
    do throws(LoadFailure) {
      for name in try InputFile.names(inDirectory: directory) {
        readTheme(name, InputFile.path(of: name, in: directory))
      }
    } catch {
      // An empty directory has no themes; that is not a fault.
      themeFaults += error.diagnostics.filter { $0.fault != .noFiles }
    }
  }

  private mutating func readTheme(_ name: String, _ path: String) {
    do throws(Diagnostic) {
      themes.append(try InputFile.read(path: path, name: name, links: .fromOwnDirectory))
    } catch {
      themeFaults.append(error)
    }
  }

  /// The settings of the files, over the built-in defaults.
  package var settings: Settings {
    var settings = Settings()
    for file in files.reversed() { settings.take(file, paths) }
    return settings
  }
}

extension Settings {
  /// Applies the settings of a file.
  fileprivate mutating func take(_ file: ConfigurationFile, _ paths: ConfigurationPaths) {
    if let placed = file.data {
      data = placed.value.isEmpty ? nil : paths.resolved(placed.value, in: placed.path)
      origins[.data] = placed.origin
    }
    take(file.language, as: .language, into: \.language)
    take(file.theme, as: .theme, into: \.theme)
    take(file.colour, as: .colour, into: \.colour)
    take(file.view, as: .view, into: \.view)
    take(file.clipboard, as: .clipboard, into: \.clipboard)
    take(file.mouse, as: .mouse, into: \.mouse)
    take(file.ambiguousWidth, as: .ambiguousWidth, into: \.ambiguousWidth)
    take(file.glyphs, as: .glyphs, into: \.glyphs)
    take(file.plain, as: .plain, into: \.plain)
    take(file.escapeDelay, as: .escapeDelay, into: \.escapeDelay)
    take(file.kioskExitKey, as: .kioskExitKey, into: \.kioskExitKey)
    for entry in file.keys { keys[entry.action.value] = entry.keys.map(\.value) }
    if let place = file.keysPlace { origins[.keys] = place.origin }
  }

  private mutating func take<Value>(
    _ placed: Placed<Value>?, as setting: Setting, into path: WritableKeyPath<Settings, Value>
  ) {
    guard let placed else { return }
    self[keyPath: path] = placed.value
    origins[setting] = placed.origin
  }

  /// Sets a value that takes precedence over all files; nil changes nothing.
  package mutating func set<Value>(
    _ value: Value?, as setting: Setting, from origin: SettingOrigin,
    into path: WritableKeyPath<Settings, Value>
  ) {
    guard let value else { return }
    self[keyPath: path] = value
    origins[setting] = origin
  }
}
