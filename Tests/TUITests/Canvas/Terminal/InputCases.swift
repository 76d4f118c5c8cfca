import Testing

@testable import Canvas

/// What terminals send, and what it means while nothing is asked of them and the mouse is off.
struct InputCase: CustomTestStringConvertible, Sendable {
  var bytes: [UInt8]
  var events: [TerminalEvent]
  /// Whether the terminal's type takes the top row of the number pad for what is printed on it.
  var isPuTTY = false

  var testDescription: String {
    bytes.map { byte in
      (0x20..<0x7F).contains(byte) ? String(Unicode.Scalar(byte)) : "<\(String(byte, radix: 16))>"
    }.joined()
  }

  init(_ text: String, _ events: [TerminalEvent]) {
    bytes = Array(text.utf8)
    self.events = events
  }

  init(_ text: String, _ key: Key) { self.init(text, [.key(key)]) }

  init(_ text: String, putty key: Key?) {
    self.init(text, key.map { [.key($0)] } ?? [])
    isPuTTY = true
  }

  private static let esc = "\u{1B}"
  private static let csi = "\u{1B}["
  private static let ss3 = "\u{1B}O"

  static let all =
    plain + cursors + functions + pad + codes + nothing + strings + mice + alts + pastes + broken

  static let plain = [
    InputCase("q", .character("q")), InputCase("黔", .character("黔")), InputCase("\r", .enter),
    InputCase("\n", .enter), InputCase("\t", .tab), InputCase("\u{8}", .backspace),
    InputCase("\u{7F}", .backspace),
    InputCase("\u{3}", .control("c")), InputCase("\u{0}", .control("@")),
  ]

  private static let arrows: [(String, Key)] = [
    ("A", .up), ("B", .down), ("C", .right), ("D", .left), ("H", .home), ("F", .end),
  ]

  private static func cursor(_ letter: String, _ key: Key) -> [InputCase] {
    var cases = [InputCase(csi + letter, key), InputCase(ss3 + letter, key)]
    // Shift, Alt, Shift-Alt, Ctrl, Shift-Ctrl, Alt-Ctrl, all.
    for held in 2...8 { cases.append(InputCase("\(csi)1;\(held)\(letter)", key)) }
    return cases
  }

  static let cursors: [InputCase] =
    arrows.flatMap { cursor($0.0, $0.1) } + [
      InputCase("\(csi)Z", .backTab), InputCase("\(csi)1;1:3B", []), InputCase("\(csi)1;1:1B", .down),
      InputCase("\(csi)1;129B", .down), InputCase("\(csi)a", .up), InputCase("\(ss3)d", .left),
      InputCase("\(csi)E", []),
      InputCase("\(ss3)E", []), InputCase("\(csi)G", []),
    ]

  private static let numbers: [(Int, Key)] = [
    (1, .home), (2, .insert), (3, .delete), (4, .end), (5, .pageUp), (6, .pageDown), (7, .home), (8, .end),
    (11, .function(1)), (12, .function(2)), (15, .function(5)), (17, .function(6)), (21, .function(10)),
    (23, .function(11)), (24, .function(12)), (25, .function(13)), (28, .function(15)), (34, .function(20)),
  ]

  private static func numbered(_ number: Int, _ key: Key) -> [InputCase] {
    var cases = [InputCase("\(csi)\(number)~", key), InputCase("\(csi)\(number)^", key)]
    for held in 2...8 { cases.append(InputCase("\(csi)\(number);\(held)~", key)) }
    return cases
  }

  static let functions: [InputCase] =
    numbers.flatMap { numbered($0.0, $0.1) } + [
      InputCase("\(ss3)P", .function(1)), InputCase("\(ss3)S", .function(4)),
      InputCase("\(csi)1;2P", .function(1)),
      InputCase("\(csi)[A", .function(1)), InputCase("\(csi)[E", .function(5)), InputCase("\(csi)[F", []),
      InputCase("\(csi)9~", []), InputCase("\(csi)22~", []), InputCase("\(csi)999~", []),
    ]

  static let pad: [InputCase] =
    zip("pqrstuvwxyjklmnoX", "0123456789*+,-./=").map { InputCase("\(ss3)\($0)", .character($1)) } + [
      InputCase("\(ss3)M", .enter), InputCase("\(ss3)I", .tab), InputCase("\(ss3)P", putty: nil),
      InputCase("\(ss3)Q", putty: .character("/")), InputCase("\(ss3)R", putty: .character("*")),
      InputCase("\(ss3)S", putty: .character("-")), InputCase("\(ss3)l", putty: .character("+")),
      InputCase("\(csi)11~", putty: .function(1)),
    ]

  /// Keys by the codes of their characters: kitty's protocol and xterm's.
  static let codes = [
    InputCase("\(csi)27u", .escape), InputCase("\(csi)99;5u", .control("c")),
    InputCase("\(csi)113u", .character("q")),
    InputCase("\(csi)97:65;2u", .character("A")), InputCase("\(csi)97;2u", .character("A")),
    InputCase("\(csi)113;1:3u", []), InputCase("\(csi)113;3u", []), InputCase("\(csi)9;2u", .backTab),
    InputCase("\(csi)13u", .enter), InputCase("\(csi)127;5u", .backspace),
    InputCase("\(csi)57400u", .character("1")),
    InputCase("\(csi)57414u", .enter), InputCase("\(csi)57420u", .down),
    InputCase("\(csi)57376u", .function(13)),
    InputCase("\(csi)57441;2u", []), InputCase("\(csi)27;5;99~", .control("c")),
    InputCase("\(csi)27;3;113~", []),
    InputCase("\(csi)27;6;13~", .enter), InputCase("\(csi)155u", []), InputCase("\(csi)1114112u", []),
    InputCase("\(csi)55296u", []), InputCase("\(csi)u", []),
  ]

  /// Answers to what others have asked, and reports.
  static let nothing = [
    "\(csi)12;40R", "\(csi)1;2R", "\(csi)?12;40;1R", "\(csi)?1;2c", "\(csi)>0;276;0c", "\(csi)=1c",
    "\(csi)0n", "\(csi)I",
    "\(csi)O", "\(csi)?2026;2$y", "\(csi)4;24;80t", "\(csi)?0u", "\(csi)>4;1m", "\(csi)201~",
    "\(csi)3 q", "\(csi)99999999999999999999~",
  ].map { InputCase($0, []) }

  private static let commands = ["]52;c;cXVpdA==", "]10;#fff", "]l quit", "]"]

  static let strings: [InputCase] =
    commands.map { InputCase("\(esc)\($0)\u{7}", []) } + commands.map { InputCase("\(esc)\($0)\(esc)\\", []) }
    + ["P1+r544e=787465726d", "P>|XTerm(379)", "_Gi=31;OK", "^quit", "Xq\u{7}q", "P1$r0m", "]0;\u{3}q\n"].map
  {
    InputCase("\(esc)\($0)\(esc)\\", [])
  }

  static let mice = [
    "<0;21;9M", "<0;21;9m", "<64;3;4M", "<35;21;9M", "M !!", "M`5)", "0;3;4M", "<0;5M", "<;;M",
  ].map { InputCase(csi + $0, []) }

  static let alts =
    "q1/:ez\r\u{7F}".unicodeScalars.map { InputCase("\(esc)\($0)", []) } + [
      InputCase("\(esc)黔", []), InputCase("\(esc)\(csi)A", [.key(.escape), .key(.up)]),
    ]

  static let pastes = [
    InputCase("\(csi)200~三磊\rquantity\r\(csi)201~", [.paste("三磊 quantity")]),
    InputCase("\(csi)200~a\r\nb\tc\u{3}\u{1B}[A\(csi)201~", [.paste("a b c[A")]),
    InputCase("\(csi)200~\(csi)201~", [.paste("")]),
    InputCase("\(csi)200~\(csi)20\(csi)201~", [.paste("[20")]),
  ]

  /// Sequences that are broken off by what follows them.
  static let broken = [
    InputCase("\(csi)1;5\u{3}", .control("c")), InputCase("\(csi)1;\(csi)B", .down),
    InputCase("\(csi)12\u{18}", []),
    InputCase("\(esc)]11;rgb\(csi)B", .down), InputCase("\(esc)P1+r\u{18}", []),
    InputCase("\(ss3)\r", .enter),
  ]
}
