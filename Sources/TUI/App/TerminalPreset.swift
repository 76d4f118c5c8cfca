import Canvas
import Domain
import Store

/// A terminal program used by readers of the board, with the settings to change for the board.
///
/// Menu names are those of its English edition in the English text, of its Chinese edition in the Chinese text.
package enum TerminalPreset: String, CaseIterable, Sendable {
  case xshell, securecrt, putty, mobaxterm
  case windowsTerminal = "windows-terminal"
  case deepinTerminal = "deepin-terminal"
  case mateTerminal = "mate-terminal"
  case kylinTerminal = "kylin-terminal"

  /// The name as its vendor writes it.
  package var title: Name {
    switch self {
    case .xshell: Name(both: "Xshell")
    case .securecrt: Name(both: "SecureCRT")
    case .putty: Name(both: "PuTTY")
    case .mobaxterm: Name(both: "MobaXterm")
    case .windowsTerminal: Name(zh: "Windows 终端", en: "Windows Terminal")
    case .deepinTerminal: Name(zh: "深度终端", en: "deepin-terminal")
    case .mateTerminal: Name(zh: "MATE 终端", en: "mate-terminal")
    case .kylinTerminal: Name(zh: "麒麟终端", en: "Kylin's terminal")
    }
  }

  /// The settings to change, most important first.
  package var settings: [Name] {
    switch self {
    case .xshell:
      [
        Name(zh: "属性 > 终端 > 编码：Unicode (UTF-8)", en: "Properties > Terminal > Encoding: Unicode (UTF-8)"),
        Name(
          zh: "属性 > 终端 > 终端类型：xterm-256color；没有此项则 xterm",
          en: "Properties > Terminal > Terminal Type: xterm-256color, or xterm where that is not listed"),
        Self.narrow("属性 > 终端 > 高级", "Properties > Terminal > Advanced"), Self.noLocale,
      ]
    case .securecrt:
      [
        Name(
          zh: "会话选项 > 终端 > 外观 > 字符编码：UTF-8",
          en: "Session Options > Terminal > Appearance > Character encoding: UTF-8"),
        Name(
          zh: "会话选项 > 终端 > 仿真：Xterm，勾选 ANSI 颜色",
          en: "Session Options > Terminal > Emulation: Xterm, with ANSI Color"),
        Name(
          zh: "会话选项 > 终端 > 外观 > 字体：选有中文的等宽字体，如新宋体",
          en:
            "Session Options > Terminal > Appearance > Fonts: a fixed-width one with Chinese, such as NSimSun"
        ),
        Self.noLocale,
      ]
    case .putty:
      [
        Name(
          zh: "Window > Translation > Remote character set：UTF-8",
          en: "Window > Translation > Remote character set: UTF-8"),
        Name(
          zh: "Window > Translation：不勾选 Treat CJK ambiguous characters as wide",
          en: "Window > Translation: leave 'Treat CJK ambiguous characters as wide' off"),
        Name(
          zh: "Connection > Data > Terminal-type string：putty-256color",
          en: "Connection > Data > Terminal-type string: putty-256color"),
        Name(
          zh: "Window > Appearance > Font：选有中文的等宽字体，如新宋体",
          en: "Window > Appearance > Font: a fixed-width one with Chinese, such as NSimSun"), Self.noLocale,
      ]
    case .mobaxterm:
      [
        Name(
          zh: "会话 > Terminal settings > Charset：UTF-8", en: "Session > Terminal settings > Charset: UTF-8"),
        Name(
          zh: "会话 > Terminal settings > Term-type：xterm-256color；没有此项则 xterm",
          en: "Session > Terminal settings > Term-type: xterm-256color, or xterm where that is not listed"),
        Name(
          zh: "Settings > Terminal > Font：选有中文的等宽字体，如新宋体",
          en: "Settings > Terminal > Font: a fixed-width one with Chinese, such as NSimSun"), Self.noLocale,
      ]
    case .windowsTerminal:
      [
        Name(
          zh: "设置 > 配置文件 > 外观 > 字体：选有中文的等宽字体，如新宋体",
          en: "Settings > Profiles > Appearance > Font face: a fixed-width one with Chinese, such as NSimSun"),
        Name(
          zh: "编码总是 UTF-8，无须设置；1.22 版以前浅色配色请按 T",
          en: "the encoding is always UTF-8; before version 1.22 press T on a light scheme"), Self.noLocale,
      ]
    case .deepinTerminal:
      [
        Name(zh: "右键 > 编码：UTF-8", en: "right click > Encoding: UTF-8"),
        Name(
          zh: "设置 > 基础设置 > 字体：选等宽字体，如 Noto Sans Mono CJK SC",
          en: "Settings > Basic > Font: a fixed-width one, such as Noto Sans Mono CJK SC"),
      ]
    case .mateTerminal, .kylinTerminal:
      [
        Name(zh: "终端 > 设定字符编码：Unicode (UTF-8)", en: "Terminal > Set Character Encoding: Unicode (UTF-8)"),
        Name(
          zh: "编辑 > 配置文件首选项 > 常规：选有中文的等宽字体",
          en: "Edit > Profile Preferences > General: a fixed-width font with Chinese"),
        Name(
          zh: "编辑 > 键盘快捷键：清除 F1 与 F10，否则看板收不到这两个键",
          en: "Edit > Keyboard Shortcuts: free F1 and F10, or the board does not get them"),
      ]
    }
  }

  private static func narrow(_ zh: String, _ en: String) -> Name {
    Name(
      zh: "\(zh)：不要把宽度不明的字符当作宽字符", en: "\(en): do not treat ambiguous characters as wide")
  }

  /// Windows clients send no locale.
  private static let noLocale = Name(
    zh: "服务器上：LC_ALL=C.UTF-8（sshd 的 SetEnv，或写在登录脚本中），此类客户端不发送语言环境",
    en:
      "on the server: LC_ALL=C.UTF-8, by SetEnv of sshd or in the login script, since the client sends no locale"
  )
}
