import Glibc

/// Follows a directory of data, and reloads it once it has changed and the changes have stopped.
///
/// The system reports changes where it can (``descriptor``). The directory is also checked every second, because
/// network file systems report nothing. Its state must be the same before and after reading, so that replacing files
/// never yields a mixture of two versions.
package final class DatasetFeed {
  /// The result of a change.
  package enum News: Sendable {
    case loaded(DatasetLoader.Loaded)
    /// All faults of the files.
    case failed([Diagnostic])
  }

  /// The time without changes, in milliseconds, after which the files are read.
  static let calm = 150
  /// The time after the first change, in milliseconds, after which the files are read even if changes go on.
  static let patience = 1000
  /// The shortest time between two checks of a directory that is changing, in milliseconds.
  static let step = 50
  /// The time between two regular checks, in milliseconds.
  static let interval = 1000

  let path: String
  private var watch: DirectoryWatch
  /// The state that was loaded last, successfully or not.
  private var current: DirectorySnapshot?
  private var pending: Pending?
  /// The time of the last check, in milliseconds.
  private var lastCheck = Int.min / 2
  /// The time until the next check, in milliseconds, after an event that came too early for one; nil otherwise.
  private var untilNextCheck: Int?
  /// Whether the watch has reported a change of the directory since the last check.
  private var hasReportedChange = false
  /// The data loaded last.
  private var known: DatasetLoader.Reading?

  private struct Pending {
    var snapshot: DirectorySnapshot
    /// The times at which the first and the last change were seen, in milliseconds.
    var first: Int
    var last: Int
  }

  /// Starts following `path`; its present state counts as loaded.
  package init(directory path: String) {
    self.path = path
    watch = DirectoryWatch(path)
    current = DirectorySnapshot(path)
  }

  /// Makes the present state count as new.
  func forget() { current = nil }

  /// Keeps data that were read after the feed began, so that later only changed files are read.
  func remember(_ loaded: DatasetLoader.Loaded) {
    known = current.map { DatasetLoader.Reading(loaded: loaded, snapshot: $0) }
  }

  /// Readable when something may have changed; nil when the system cannot watch the directory.
  package var descriptor: Int32? { watch.descriptor }

  /// The longest time to wait before calling ``check(now:whenRead:)`` again, in milliseconds.
  package var timeout: Int { untilNextCheck ?? (pending == nil ? DatasetFeed.interval : DatasetFeed.calm) }

  /// Checks for changes. Call it when ``descriptor`` is readable and after ``timeout``.
  ///
  /// - Parameters:
  ///   - now: a monotonic clock, in milliseconds.
  ///   - whenRead: called when all files are read, before they are parsed.
  /// - Returns: nil when there is no news.
  package func check(now: Int, whenRead: () -> Void = {}) -> News? {
    let place = watch.drain()
    if place == .directory { hasReportedChange = true }
    // Limits the rate of checks: once per `interval` for events beside the directory, once per `step` while it changes.
    let least = pending != nil ? DatasetFeed.step : place == .elsewhere ? DatasetFeed.interval : 0
    if place != .nowhere, now - lastCheck < least {
      untilNextCheck = least - (now - lastCheck)
      return nil
    }
    if hasReportedChange { watch.renew() }
    (lastCheck, untilNextCheck, hasReportedChange) = (now, nil, false)
    let snapshot = DirectorySnapshot(path)
    guard snapshot != current else {
      // The directory was missing or replaced, and is back.
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
    // Files that change while they are read may be a mixture. They are read again, but not in an endless loop.
    pending?.first = now
    let news: News
    do throws(LoadFailure) {
      let loaded = try DatasetLoader.load(path, in: snapshot, after: known, whenRead: whenRead)
      guard let loaded, DirectorySnapshot(path) == snapshot else { return nil }
      known = DatasetLoader.Reading(loaded: loaded, snapshot: snapshot)
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
}
