import Domain
import Glibc

/// A failed system call, in words in both languages: the system's own messages are English in every locale.
package struct SystemError: Error, Equatable, Sendable {
  /// The value of `errno`.
  package var number: Int32

  /// Creates an error from a value of `errno`.
  package init(number: Int32) { self.number = number }

  /// The error of the call that has just failed.
  package static var last: SystemError { SystemError(number: errno) }

  /// The text of the error, in both languages.
  package var name: Name {
    Name(zh: SystemError.chinese[number] ?? "系统错误 \(number)", en: String(cString: strerror(number)))
  }

  /// The errors that reading and writing files can cause.
  private static let chinese: [Int32: String] = [
    EPERM: "不允许此操作", ENOENT: "没有这个文件或目录", EINTR: "被信号中断", EIO: "读写出错，设备可能有故障", ENXIO: "没有这个设备",
    EBADF: "文件未打开", EAGAIN: "暂时无法完成，请稍后再试", ENOMEM: "内存不足", EACCES: "没有权限", EBUSY: "正被占用",
    EEXIST: "文件已存在", EXDEV: "不在同一文件系统", ENODEV: "没有这个设备", ENOTDIR: "路径中有一段不是目录", EISDIR: "是目录，不是文件",
    EINVAL: "参数无效", ENFILE: "系统中打开的文件过多", EMFILE: "打开的文件过多", ETXTBSY: "程序正在运行，不能改写", EFBIG: "文件过大",
    ENOSPC: "磁盘已满", ESPIPE: "不能移动读写位置", EROFS: "文件系统只读", EMLINK: "链接过多", EPIPE: "读取方已关闭",
    ENAMETOOLONG: "名称过长", ENOSYS: "系统不支持", ENOTEMPTY: "目录不空", ELOOP: "符号链接成环或层数过多", EOVERFLOW: "数值过大",
    EILSEQ: "字节序列无效", EOPNOTSUPP: "文件系统不支持", ETIMEDOUT: "超时无响应", ESTALE: "网络文件已失效", EDQUOT: "超出磁盘配额",
    EHOSTDOWN: "主机无响应", EHOSTUNREACH: "主机不可达", ENETUNREACH: "网络不可达", ECONNRESET: "连接中断",
  ]
}
