import ArgumentParser
import Model
import TUI

/// Very many projects are written while they are read, unless all must be looked at before the first can be written.
extension ListCommand {
  func stream(_ directory: String?, _ day: Day) -> RecordStream? {
    guard kind == .projects, sort.allSatisfy(\.isEmpty), let directory else { return nil }
    return RecordStream(directory: directory, asOf: day)
  }

  func canFollow(_ stream: RecordStream, _ language: Language) throws -> Bool {
    try understood(language) { () throws(RecordFilterFault) in try stream.canFollow(try filter()) }
  }

  func write(_ stream: RecordStream, _ language: Language) throws {
    let condition = try understood(language) { () throws(RecordFilterFault) in
      try stream.frame.condition(try filter())
    }
    var writer = try writer(stream.frame, language)
    var output = output
    var scanned = 0
    var notice: Notice? = Progress.reading.notice(language)
    try writer.begin(to: &output)
    do {
      try stream.parts(columns: format == .json ? [] : writer.columns) { part in
        var records = RecordSelection(part, condition, limit: limit.map { $0 - writer.count })
        while let row = records.next() {
          // The line would stand among the rows, unless they go elsewhere.
          if notice != nil, !Screen.isFile { notice = nil }
          try writer.write(row, of: part, to: &output)
        }
        scanned += part.count
        try writer.note(scanned: scanned, to: &output)
        try output.flush()
        if let limit, writer.count >= limit { throw Enough() }
      }
    } catch let failure as LoadFailure {
      // Nothing ends what is not complete: it is no JSON, so that no program takes it for all there is.
      notice = nil
      try output.finish()
      throw Data.refusal(failure, language)
    } catch is Enough {}
    notice = nil
    try writer.end(to: &output)
    try output.finish()
    remark(on: writer, of: scanned, language)
  }

  /// As many as are asked for have been written.
  private struct Enough: Error {}
}
