import ArgumentParser
import Domain
import Glibc
import Output
import Store

extension ImportCommand {
  /// Writes the files of an import, unless one of them cannot be written or has changed since it was read.
  func replace(_ changed: [InputFile], since files: [InputFile], _ language: Language) throws {
    do throws(Diagnostic) {
      for file in changed
      where ImportCommand.isThere(file.path) && access(FileName.cString(file.path), W_OK) != 0 {
        throw Diagnostic(
          path: file.path, line: nil, column: nil,
          fault: .notWritable(reason: SystemError.last.name))
      }
      try ImportCommand.refuseChanged(changed, since: files)
      var replacement = FileReplacement()
      try replacement.replace(changed)
    } catch {
      Console.report([error], language)
      Console.fail([ImportCommand.nothing[language]])
      throw ExitCode(74)
    }
  }

  private static func isThere(_ path: String) -> Bool { access(FileName.cString(path), F_OK) == 0 }

  /// Refuses to overwrite a file that has changed since it was read, because the change would be lost.
  private static func refuseChanged(_ written: [InputFile], since read: [InputFile]) throws(Diagnostic) {
    for file in written {
      let before = read.first { $0.path == file.path }
      let now = isThere(file.path) ? try InputFile.read(path: file.path, name: file.name) : nil
      guard now?.bytes != before?.bytes else { continue }
      throw Diagnostic(
        path: file.path, line: nil, column: nil,
        fault: .notWritable(
          reason: Name(zh: "读取之后已被改动，请重新导入", en: "it has changed since it was read; import again")))
    }
  }
}
