import Glibc

/// Follows a directory of data, and loads it anew when it has changed and come to rest.
///
/// Changes are told by the system where it can (``descriptor``), and looked for every second in any case: network file
/// systems tell nothing. What is loaded was the same before and after it was read, so that no mixture of two versions
/// gets through while files are replaced.
package final class DatasetFeed {
  /// What came of a change.
  package enum News: Sendable {
    case loaded(DatasetLoader.Loaded)
    /// The files are not in order: every fault.
    case failed([Diagnostic])
  }

  /// For how long nothing may change before the files are read, in milliseconds.
  static let calm = 150
  /// After so many milliseconds of changes they are read without waiting for calm.
  static let patience = 1000
  /// How often at most a directory is looked at that is being changed, in milliseconds.
  static let step = 50
  /// How often the directory is looked at, in milliseconds.
  static let interval = 1000

  let path: String
  private var watch: DirectoryWatch
  /// What was read last, or failed to be.
  private var current: DirectorySnapshot?
  private var pending: Pending?
  /// When the directory was looked at last.
  private var lastLook = Int.min / 2
  /// What is left until the next look, where something that was told is no reason for one.
  private var rest: Int?
  /// Whether something was told of the directory since.
  private var isTold = false
  /// What was loaded last, and how the directory was before it was read.
  private var known: (loaded: DatasetLoader.Loaded, snapshot: DirectorySnapshot)?

  private struct Pending {
    var snapshot: DirectorySnapshot
    /// When the first and the last change were seen.
    var first: Int
    var last: Int
  }

  /// Begins to follow `path`, whose present state counts as known.
  package init(directory path: String) {
    self.path = path
    watch = DirectoryWatch(path)
    current = DirectorySnapshot(path)
  }

  /// Lets the present state count as new.
  func forget() { current = nil }

  /// Takes note of what was read after the feed began, so that only what changes has to be read again.
  func remember(_ loaded: DatasetLoader.Loaded) {
    if let current { known = (loaded, current) }
  }

  /// Readable when something may have changed; nil when the system cannot tell.
  package var descriptor: Int32? { watch.descriptor }

  /// How long to wait at most before ``check(now:)`` is called again, in milliseconds.
  package var timeout: Int { rest ?? (pending == nil ? DatasetFeed.interval : DatasetFeed.calm) }

  /// Looks whether there is something new. To be called when ``descriptor`` is readable and after ``timeout``.
  ///
  /// - Parameters:
  ///   - now: a clock that cannot be set, in milliseconds.
  ///   - whenRead: called when all files are read, before they are understood.
  package func check(now: Int, whenRead: () -> Void = {}) -> News? {
    let place = watch.drain()
    if place == .directory { isTold = true }
    // Others may be busy beside it, and whoever is busy in it is not watched at every step.
    let least = pending != nil ? DatasetFeed.step : place == .elsewhere ? DatasetFeed.interval : 0
    if place != .nowhere, now - lastLook < least {
      rest = least - (now - lastLook)
      return nil
    }
    if isTold { watch.renew() }
    (lastLook, rest, isTold) = (now, nil, false)
    let snapshot = DirectorySnapshot(path)
    guard snapshot != current else {
      // It was away, or another, and is back.
      if pending != nil { watch.renew() }
      pending = nil
      return nil
    }
    var change = pending ?? Pending(snapshot: snapshot, first: now, last: now)
    if change.snapshot != snapshot {
      change.snapshot = snapshot
      change.last = now
    }
    pending = change
    let isCalm = now - change.last >= DatasetFeed.calm || now - change.first >= DatasetFeed.patience
    return isCalm || current == nil ? load(snapshot, now, whenRead) : nil
  }

  private func load(_ snapshot: DirectorySnapshot, _ now: Int, _ whenRead: () -> Void) -> News? {
    // Files that change while they are read may be a mixture: they are read again, but not without end at once.
    pending?.first = now
    let news: News
    do throws(LoadFailure) {
      guard let loaded = try read(snapshot, whenRead), DirectorySnapshot(path) == snapshot else { return nil }
      known = (loaded, snapshot)
      news = .loaded(loaded)
    } catch {
      guard DirectorySnapshot(path) == snapshot else { return nil }
      news = .failed(error.diagnostics)
    }
    pending = nil
    current = snapshot
    watch.renew()
    return news
  }

  /// - Returns: nil when the directory was changed meanwhile: large files are not read to their end for nothing.
  private func read(_ snapshot: DirectorySnapshot, _ whenRead: () -> Void) throws(LoadFailure)
    -> DatasetLoader.Loaded?
  {
    if let update = update(snapshot, whenRead) { return update }
    let files = try InputFile.readDirectory(path)
    whenRead()
    let path = path
    return try DatasetLoader.load(
      files: consume files, place: path, while: { DirectorySnapshot(path) == snapshot })
  }

  /// What was known with the files that have changed since; nil when everything has to be read.
  private func update(_ snapshot: DirectorySnapshot, _ whenRead: () -> Void) -> DatasetLoader.Loaded? {
    guard let known, let names = snapshot.names, names == known.snapshot.names else { return nil }
    let changed = snapshot.changed(since: known.snapshot)
    guard changed.count < names.count else { return nil }
    var files: [InputFile] = []
    for name in changed {
      guard let file = try? InputFile.read(path: InputFile.path(of: name, in: path), name: name) else {
        return nil
      }
      files.append(file)
    }
    whenRead()
    return DatasetUpdate.apply(files, to: known.loaded)
  }
}
