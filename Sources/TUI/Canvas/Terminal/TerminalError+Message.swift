extension TerminalError {
  /// One line in Chinese, without a full stop.
  package var chinese: String {
    switch self {
    case .notATerminal(.input): "标准输入不是终端，无法打开界面"
    case .notATerminal(.output): "标准输出不是终端，无法打开界面"
    case .typeNotSet: "未设置终端类型，请设置 TERM，例如 TERM=xterm-256color"
    case .typeTooSimple(let type): "终端类型 \(type) 不能定位光标，请设置 TERM，例如 TERM=xterm-256color"
    case .typeUnknown(let type): "未知的终端类型 \(type)，请设置 TERM 或安装 ncurses 终端数据库"
    case .system(let code): "无法打开终端，系统错误 \(code)"
    }
  }

  /// One line in English, without a full stop.
  package var english: String {
    switch self {
    case .notATerminal(.input): "standard input is not a terminal, the screen cannot be opened"
    case .notATerminal(.output): "standard output is not a terminal, the screen cannot be opened"
    case .typeNotSet: "the terminal type is not set; set TERM, for example TERM=xterm-256color"
    case .typeTooSimple(let type):
      "the terminal type \(type) cannot place the cursor; set TERM, for example TERM=xterm-256color"
    case .typeUnknown(let type):
      "unknown terminal type \(type); set TERM or install the ncurses terminal database"
    case .system(let code): "the terminal cannot be opened, system error \(code)"
    }
  }
}

extension TerminalNote {
  /// One line in Chinese, without a full stop.
  package var chinese: String {
    switch self {
    case .typeReplaced(let type, let other): "未知的终端类型 \(type)，按 \(other) 显示"
    case .localeMissing(let name): "系统未安装语言环境 \(name)"
    }
  }

  /// One line in English, without a full stop.
  package var english: String {
    switch self {
    case .typeReplaced(let type, let other): "unknown terminal type \(type), shown as \(other)"
    case .localeMissing(let name): "the locale \(name) is not installed"
    }
  }
}
