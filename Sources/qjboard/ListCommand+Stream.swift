import ArgumentParser
import Canvas
import Domain
import Output
import Store

/// Writes rows while the files of a large directory are read, unless all rows must be read before the first one can be written.
extension ListCommand {
  func stream(_ directory: String?, _ day: Day, _ language: Language) throws -> RecordStream? {
    guard let directory else { return nil }
    return try understood(language) { () throws(RecordFilterFault) in
      let filter = try filter()
      return try Progress.reading.shown(language) { () throws(RecordFilterFault) in
        try RecordStream(kind, filter: filter, order: order, directory: directory, asOf: day)
      }
    }
  }

  /// - Returns: false if nothing was written, because the filter names a text that no row has: the intended text can be
  ///   suggested only from all rows.
  func write(_ stream: RecordStream, _ language: Language) throws -> Bool {
    let condition = try understood(language) { () throws(RecordFilterFault) in
      try stream.frame.condition(try filter(), isPart: !stream.isReady)
    }
    // The texts of a complete list have already been checked.
    var witness = stream.isReady ? nil : RecordCondition.Witness(condition)
    var writer = try writer(stream.frame, language)
    var output = output
    var scanned = 0
    var notice: Notice? = Progress.reading.notice(language)
    do {
      try stream.parts { part in
        witness?.look(at: part)
        var records = try understood(language) { () throws(RecordFilterFault) in
          try RecordSelection(
            part, condition, order: order, limit: limit.map { $0 - writer.count }, language)
        }
        while let row = records.next() {
          // The notice would appear among the rows, unless they go to a file.
          if notice != nil, !Screen.isFile { notice = nil }
          try writer.write(row, of: part, to: &output)
        }
        scanned += part.count
        if stream.isReady {
          // Nothing after the only part adds rows.
          try writer.settle(to: &output)
        } else if witness?.hasSeenAll != false {
          try writer.note(scanned: scanned, to: &output)
        }
        try output.flush()
        if let limit, writer.count >= limit { throw Enough() }
      }
    } catch let failure as LoadFailure {
      // Incomplete output is left unterminated: it is invalid JSON, so that no program takes it for the complete list.
      notice = nil
      try output.finish()
      throw Data.refusal(failure, language)
    } catch is Enough {}
    notice = nil
    guard witness?.hasSeenAll != false else { return false }
    try writer.end(to: &output)
    try output.finish()
    remark(on: writer, of: scanned, language)
    return true
  }

  /// The requested number of rows has been written.
  private struct Enough: Error {}
}
