import Domain

extension Fault {
  /// What was found and what is allowed, in both languages.
  package var message: Name {
    switch self {
    case .notReadable(let reason):
      return Name(zh: "无法读取：\(reason.zh)", en: "cannot be read: \(reason.en)")
    case .notWritable(let reason):
      return Name(zh: "无法写入：\(reason.zh)", en: "cannot be written: \(reason.en)")
    case .notAnswering:
      return Name(zh: "文件系统无响应", en: "the file system does not answer")
    case .notRegularFile:
      return Name(zh: "不是普通文件；只读取普通文件", en: "not a regular file; only regular files are read")
    case .leadsOutside:
      return Name(
        zh: "是通往目录之外的链接，未读取；请放入文件本身，或把整个目录做成链接",
        en:
          "link to a file outside the directory, not read; copy the file, or link the whole directory"
      )
    case .tooLarge(let bytes, let allowed):
      return Name(zh: "有\(bytes)字节；最多\(allowed)字节", en: "\(bytes) bytes; at most \(allowed) are allowed")
    case .directoryMissing:
      return Name(zh: "没有这个数据目录", en: "no such data directory")
    case .noFiles:
      return Name(zh: "目录里没有 .json 文件", en: "no .json file in the directory")
    case .unknownKindOfFile(let kind, let allowed):
      return Name(
        zh: "文件种类“\(kind)”未知，不读取；可用：\(allowed.joined(separator: "、"))",
        en: "unknown kind of file '\(kind)', not read; supported kinds: \(allowed.joined(separator: ", "))")
    case .fileMissing(let kind):
      return Name(zh: "缺少 \(kind).json", en: "\(kind).json is missing")
    case .syntax(let found, let hint):
      return Name(
        zh: "不是合法的JSON：\(found.isEmpty ? "文件结束" : "“\(found)”")\(hint.text.zh)",
        en: "not valid JSON: found \(found.isEmpty ? "the end of the file" : "'\(found)'")\(hint.text.en)")
    case .wrongType(let key, "number", "whole"):
      return Name(
        zh: "“\(key)”应为整数，不带小数和指数",
        en: "'\(key)' must be a whole number, without decimals or an exponent")
    case .wrongType(let key, let found, let allowed):
      return Name(
        zh: "“\(key)”是\(Fault.typeName(found).zh)；应为\(Fault.typeName(allowed).zh)",
        en: "'\(key)' is \(Fault.typeName(found).en); expected \(Fault.typeName(allowed).en)")
    case .missingKey(let key, let kind):
      return Name(zh: "\(kind) 缺少“\(key)”", en: "'\(key)' is missing in this entry of \(kind)")
    case .unknownKey(let key, let kind, let nearest):
      return Name(zh: "\(kind) 没有“\(key)”这个键，已忽略", en: "unknown key '\(key)' in \(kind) is ignored")
        + Spelling.aside(nearest)
    case .duplicateKey(let key):
      return Name(zh: "键“\(key)”重复；同一对象中只能出现一次", en: "duplicate key '\(key)'")
    case .duplicateID(let id, let kind, let first):
      return Name(
        zh: "\(kind) 的 id“\(id)”重复；首次出现于 \(first)",
        en: "duplicate id '\(id)' in \(kind); first used at \(first)")
    case .badID(let id):
      return Name(
        zh: "id“\(id)”不合规；只用小写字母、数字和 -", en: "invalid id '\(id)'; use small letters, digits and -")
    case .unknownReference(let id, let kind, let nearest):
      return Name(zh: "\(kind) 中没有“\(id)”", en: "no '\(id)' among the \(kind)") + Spelling.aside(nearest)
    case .notAllowed(let key, let found, let allowed, let nearest):
      return Name(
        zh: "“\(key)”为“\(found)”；可用：\(Fault.list(allowed, "、"))",
        en: "'\(key)' is '\(found)'; expected \(Fault.list(allowed, ", "))") + Spelling.aside(nearest)
    case .badDate(let key, let found):
      return Name(
        zh: "“\(key)”为“\(found)”；日期写作 2022-06-27、2022-06、2022、by 2025、before 2028 或 unknown",
        en:
          "'\(key)' is '\(found)'; expected a date such as 2022-06-27, 2022-06, 2022, by 2025, before 2028 or unknown"
      )
    case .badDay(let key, let found):
      return Name(
        zh: "“\(key)”为“\(found)”；此处须写到日，如 2022-06-27",
        en: "'\(key)' is '\(found)'; expected a date such as 2022-06-27")
    case .badLines(let key):
      return Name(
        zh: "“\(key)”应为首行和末行两个整数，从1数起：[1, 92]",
        en: "'\(key)' must be two whole numbers, the first and last line, counted from 1: [1, 92]")
    case .badPeriod(let key, let found):
      return Name(
        zh: "“\(key)”为“\(found)”；时期写作 2020、2022-06 或 2016/2020，先早后晚",
        en: "'\(key)' is '\(found)'; expected a period such as 2020, 2022-06 or 2016/2020, the earlier first")
    case .badSubject(let found):
      return Name(
        zh: "“subject”为“\(found)”；应为 district 或 \(Fault.subjects.joined(separator: "、"))",
        en: "'subject' is '\(found)'; expected district or \(Fault.subjects.joined(separator: ", "))")
    case .notFinite(let key):
      return Name(zh: "“\(key)”不是有限的数", en: "'\(key)' is not a finite number")
    case .tooLong(let key):
      return Name(
        zh: "“\(key)”太大；整数部分最多15位；请改用更大的单位，如亿元",
        en: "'\(key)' is too large; at most 15 digits before the decimal point; use a larger unit, such as 亿元"
      )
    case .replaced(let key, let found, let used):
      return Name(
        zh: "“\(key)”为 \(found)；应为 0 至 1 之间的比值；现按默认值 \(used)，请改写或删去",
        en:
          "'\(key)' is \(found); expected a ratio of 0 to 1; the default \(used) is used: correct or remove it"
      )
    case .oneLanguage(let count):
      return Name(
        zh: "有\(count)个名称只有一种语言，这是第一个；两种语言写作 {\"zh\": …, \"en\": …}",
        en:
          "\(count == 1 ? "1 name has" : "\(count) names have") one language, the first here; write {\"zh\": …, \"en\": …}"
      )
    case .empty(let key):
      return Name(zh: "“\(key)”为空", en: "'\(key)' is empty")
    case .outOfOrder(let first, let second):
      return Name(zh: "\(first) 晚于 \(second)；顺序应相反", en: "\(first) must not be later than \(second)")
    case .larger(let first, let second):
      return Name(zh: "\(first) 大于 \(second)", en: "\(first) must not be larger than \(second)")
    case .outOfRange(let key, let found, .atLeast(let least)):
      return Name(
        zh: "“\(key)”为 \(found)；至少为 \(least)", en: "'\(key)' is \(found); must be \(least) or more")
    case .outOfRange(let key, let found, .above(let bound)):
      return Name(
        zh: "“\(key)”为 \(found)；须大于 \(bound)", en: "'\(key)' is \(found); must be more than \(bound)")
    case .notWithin(let key, let found, let least, let most):
      return Name(
        zh: "“\(key)”为 \(found)；应在 \(least) 至 \(most) 之间",
        en: "'\(key)' is \(found); must be \(least) to \(most)")
    case .badColour(let key):
      return Name(
        zh: "“\(key)”应为两个整数：256色中的编号（-1至255）和16色中的编号（-1至15），-1为终端自身颜色：[247, 7]",
        en:
          "'\(key)' must be two whole numbers, a colour of 256 (-1 to 255) and one of 16 (-1 to 15); -1 is the "
          + "terminal's default: [247, 7]")
    case .unknownName(let found, let what, let allowed, let nearest):
      return Name(
        zh: "没有名为“\(found)”的\(what.zh)；可用：\(Fault.list(allowed, "、"))",
        en: "no \(what.en) '\(found)'; available: \(Fault.list(allowed, ", "))") + Spelling.aside(nearest)
    case .keyConflict(let key, let first, let second?):
      return Name(
        zh: "按键“\(key)”同时用于“\(first)”和“\(second)”；请为其中一项另设按键",
        en: "key '\(key)' is bound to '\(first)' and to '\(second)'; bind one of them to another key")
    case .keyConflict(let key, let first, nil):
      return Name(
        zh: "按键“\(key)”用于移动或退出，不能再用于“\(first)”",
        en: "key '\(key)' is reserved in every view and cannot be bound to '\(first)'")
    case .baseOfOtherKind(let base, let kind, let found):
      return Name(
        zh: "“base”为“\(base)”，其类型是 \(found)；\(kind) 配色只能以 \(kind) 配色为基础",
        en: "'base' is '\(base)', which is \(found); a \(kind) theme can only inherit from a \(kind) theme")
    case .oneStatement:
      return Name(
        zh: "“statements”只有一条；damaged-text 以外至少两条",
        en: "'statements' has one entry; at least two are required, except for damaged-text")
    case .targetWithoutPlan:
      return Name(zh: "目标值必须写明“plan”", en: "a target must have a 'plan'")
    case .actualWithPlan:
      return Name(zh: "实际值不属于规划，不应有“plan”", en: "an actual figure must not have a 'plan'")
    case .wordsWithValue:
      return Name(
        zh: "“words”只用于没有数值的目标，不能与“value”并用",
        en: "'words' is for targets without a number and cannot be used with 'value'")
    case .futurePeriod(let period, let source):
      return Name(
        zh: "时期 \(period) 晚于文件日期 \(source)；只有规划的数可以如此",
        en: "period \(period) begins after the date of its document, \(source); only a figure of a plan may")
    case .futureMilestone(let date, let source):
      return Name(
        zh: "已到达的节点 \(date) 晚于文件日期 \(source)；意图请写 \"expected\": true",
        en:
          "reached milestone \(date) is later than its document of \(source); use \"expected\": true for an intention"
      )
    case .finding(_, let subject, let words, let settlement):
      return Name(zh: "\(subject)：\(words.zh)", en: "\(subject): \(words.en)") + Fault.words(settlement)
    case .needlessAcceptance(let rule, let about):
      return Name(
        zh: "“accepted”中的 \(rule)（\(about)）并未出现；请删去或改正",
        en: "'accepted' lists \(rule) of \(about), which was not found; remove or correct the entry"
      )
    case .noSuchDuty(let period, let duty):
      return Name(
        zh: "“\(duty)”没有报送 \(period) 的义务", en: "'\(duty)' has no duty to report for \(period)")
    case .cycle(let kind, let id):
      return Name(zh: "\(kind)“\(id)”的上级成环", en: "cycle in 'parent' or 'supersedes' of \(kind) '\(id)'")
    case .chain(let id, let target, let end):
      return Name(
        zh: "“\(id)”的“same_as”为“\(target)”，而它自己与“\(end)”相同；请直接写“\(end)”",
        en: "'same_as' of '\(id)' is '\(target)', which has 'same_as' '\(end)'; use '\(end)'")
    }
  }

  private static let subjects = Subject.Kind.allCases.map { "\($0.rawValue)/ID" }

  private static func list(_ words: [String], _ separator: String) -> String {
    let shown = words.prefix(16).joined(separator: separator)
    return words.count > 16 ? shown + separator + "…" : shown
  }

  private static func words(_ settlement: Settlement?) -> Name {
    switch settlement {
    case nil: Name(both: "")
    case .conflict(let id): Name(zh: "，已记录为矛盾 \(id)", en: ", recorded as conflict \(id)")
    case .accepted(let reason): Name(zh: "，已接受：\(reason.zh)", en: ", accepted: \(reason.en)")
    }
  }

  private static func typeName(_ type: String) -> Name {
    switch type {
    case "string": Name(zh: "字符串", en: "a string")
    case "number": Name(zh: "数", en: "a number")
    case "boolean": Name(zh: "true或false", en: "true or false")
    case "array": Name(zh: "数组", en: "an array")
    case "object": Name(zh: "对象", en: "an object")
    case "null": Name(both: "null")
    case "name": Name(zh: "文字，或含 zh、en 的对象", en: "a text, or an object with zh and en")
    case "link": Name(zh: "含 indicator 和 citations 的对象", en: "an object with indicator and citations")
    case "whole": Name(zh: "整数", en: "a whole number")
    default: Name(both: type)
    }
  }
}

extension Fault.SyntaxHint {
  fileprivate var text: Name {
    switch self {
    case .none: Name(both: "")
    case .value: Name(zh: "；此处应为一个值", en: "; expected a value")
    case .key: Name(zh: "；此处应为带引号的键", en: "; expected a key in quotation marks")
    case .colon: Name(zh: "；此处应为“:”", en: "; expected ':'")
    case .commaOrBrace: Name(zh: "；此处应为“,”或“}”", en: "; expected ',' or '}'")
    case .commaOrBracket: Name(zh: "；此处应为“,”或“]”", en: "; expected ',' or ']'")
    case .escape: Name(zh: "；转义写法不合法", en: "; invalid escape sequence")
    case .controlInString: Name(zh: "；字符串内的控制字符须转义", en: "; control characters in a string must be escaped")
    case .unclosedString: Name(zh: "；字符串没有结束的引号", en: "; the string has no closing quotation mark")
    case .surrogate: Name(zh: "；代理项不成对", en: "; unpaired surrogate")
    case .encoding: Name(zh: "；不是UTF-8，请另存为UTF-8", en: "; not UTF-8; save the file as UTF-8")
    case .trailing: Name(zh: "；文件只能有一个值", en: "; a file can have only one value")
    case .depth(let limit): Name(zh: "；嵌套超过\(limit)层", en: "; nested deeper than \(limit)")
    case .number: Name(zh: "；数的写法不合法或过大", en: "; not a number, or too large")
    case .memory: Name(zh: "；内存不足", en: "; out of memory")
    }
  }
}
