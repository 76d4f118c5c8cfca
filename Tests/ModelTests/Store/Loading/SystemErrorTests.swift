import Glibc
import Testing

@testable import Store

/// What the system says is told in the language of the reader.
struct SystemErrorTests {
  @Test(arguments: [
    ENOENT, EACCES, EPERM, EISDIR, ENOTDIR, ENOSPC, EDQUOT, EPIPE, EROFS, ELOOP, EIO, EMFILE, ENFILE,
    ENAMETOOLONG, EBUSY,
    EFBIG, ENOMEM, ETIMEDOUT, ESTALE,
  ])
  func `what can happen to a file has Chinese words`(number: Int32) {
    let name = SystemError(number: number).name
    #expect(!name.zh.isEmpty && name.zh.unicodeScalars.allSatisfy { $0.value > 0x7F })
    #expect(name.en == String(cString: strerror(number)))
  }

  @Test func `an entry without a name is reported by its number`() {
    #expect(SystemError(number: EXFULL).name.zh == "系统错误 \(EXFULL)")
  }

  @Test func `files say it in both languages`() {
    let failure = #expect(throws: Diagnostic.self) {
      try InputFile.read(path: "/nonexistent/a.json", name: "a.json")
    }
    #expect(failure?.message(.zh) == "/nonexistent/a.json: 错误: 无法读取：没有这个文件或目录")
    #expect(failure?.message(.en) == "/nonexistent/a.json: error: cannot be read: No such file or directory")
  }
}
