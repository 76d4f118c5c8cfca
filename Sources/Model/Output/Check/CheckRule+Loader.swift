import Domain
import Store

extension CheckRule {
  /// The errors and warnings of the loader.
  static let loader: [CheckRule] = [
    fault(
      "syntax", Name(zh: "不是合法的JSON", en: "not valid JSON"),
      Name(
        zh: "文件不是UTF-8的合法JSON，例如末尾多一个逗号：[1, 2,]。",
        en: "The file is not valid JSON in UTF-8, for example because of a trailing comma: [1, 2,]."),
      Name(zh: "按所示行列改正。", en: "Fix it at the given line and column.")),
    fault(
      "unreadable", Name(zh: "无法读取", en: "cannot be read"),
      Name(
        zh: "目录不存在、没有 .json 文件、不是普通文件、过大或无权限。",
        en:
          "The directory does not exist or has no .json file, or a file is not a regular file, is too large or cannot be opened."
      ),
      Name(zh: "检查路径和权限。", en: "Check the path and its permissions.")),
    fault(
      "missing-file", Name(zh: "缺少文件", en: "a file is missing"),
      Name(
        zh: "每个数据集都要有 dataset、vocabulary 和 sources。",
        en: "Every dataset needs dataset, vocabulary and sources."
      ),
      Name(zh: "补上该文件；格式见 docs/data.md。", en: "Add the file; docs/data.md describes it.")),
    fault(
      "unknown-kind-of-file", Name(zh: "文件种类未知", en: "unknown kind of file"),
      Name(
        zh: "文件名在第一个 - 或 . 之前的部分决定种类，例如 figures-2023.json。",
        en: "The kind of a file is its name up to the first - or ., as in figures-2023.json."),
      Name(zh: "改名，或移出目录。", en: "Rename it, or move it out of the directory."), .warning),
    fault(
      "missing-key", Name(zh: "缺少必填项", en: "a required key is missing or empty"),
      Name(zh: "例如数值缺少“unit”，或名称为空。", en: "Example: a figure without 'unit', or an empty name."),
      Name(zh: "补上；必填项见 docs/data.md。", en: "Add it; docs/data.md marks required keys.")),
    fault(
      "unknown-key", Name(zh: "未知的键", en: "unknown key"),
      Name(
        zh: "多半是笔误，例如 \"perido\"；该键不被读取。",
        en: "Usually a typing error, such as \"perido\"; the key is ignored."
      ),
      Name(zh: "改正或删去。", en: "Correct or remove it."), .warning),
    fault(
      "one-language", Name(zh: "名称只有一种语言", en: "names in one language"),
      Name(
        zh: "缺少的语言显示另一种语言的名称；只有 --strict 才报告，每个文件一条。",
        en:
          "A name without a text in one language is shown in the other. Reported only with --strict, once for each file."
      ),
      Name(
        zh: "补上另一种语言；不需要时不用 --strict。",
        en: "Add the other language, or leave out --strict if it is not needed."
      ), .warning),
    fault(
      "wrong-type", Name(zh: "值的类型不对", en: "wrong type of value"),
      Name(
        zh: "例如 \"value\": \"12\"，数不应加引号。", en: "Example: \"value\": \"12\". A number has no quotation marks."
      ),
      Name(zh: "按提示改写。", en: "Write it as shown in the message.")),
    fault(
      "duplicate", Name(zh: "重复", en: "duplicate"),
      Name(
        zh: "同一对象中键重复，或同类记录 id 重复。",
        en: "An object has a key twice, or two records of a kind have the same id."),
      Name(zh: "删去一处，或另取 id。", en: "Remove one, or choose another id.")),
    fault(
      "bad-id", Name(zh: "id不合规", en: "malformed id"),
      Name(zh: "id 只用小写字母、数字和 -。", en: "An id consists of small letters, digits and -."),
      Name(zh: "改名，并改引用它的地方。", en: "Rename it and all references to it.")),
    fault(
      "unknown-reference", Name(zh: "引用不存在", en: "unknown reference"),
      Name(
        zh: "例如数值的指标不在 indicators 中。", en: "Example: a figure whose indicator does not exist."),
      Name(zh: "改正笔误，或补上被引用的记录。", en: "Correct the spelling, or add the missing record.")),
    fault(
      "not-allowed", Name(zh: "不在允许的范围", en: "value not allowed"),
      Name(zh: "例如 \"kind\": \"goal\"；应为 target。", en: "Example: \"kind\": \"goal\" instead of target."),
      Name(zh: "用提示中列出的值。", en: "Use a value listed in the message.")),
    fault(
      "default-used", Name(zh: "改用默认值", en: "default used instead"),
      Name(
        zh: "界限是 0 至 1 之间的比值；例如 \"behind\": 10 不是比值，改用默认值 0.6。",
        en:
          "A threshold is a ratio of 0 to 1. Example: \"behind\": 10 is not a ratio; the default 0.6 is used."
      ),
      Name(zh: "改写为比值，或删去。", en: "Write a ratio, or remove the key."), .warning),
    fault(
      "bad-date", Name(zh: "日期或时期写法不对", en: "malformed date or period"),
      Name(zh: "例如 2022-13；写作 2022-12。", en: "Example: 2022-13 instead of 2022-12."),
      Name(zh: "按提示改写。", en: "Write it as shown in the message.")),
    fault(
      "out-of-order", Name(zh: "先后或大小颠倒", en: "in the wrong order"),
      Name(
        zh: "例如规划的开始晚于结束，或区间上限小于下限。",
        en: "Example: a plan that starts after its end, or a range whose upper end is smaller."),
      Name(zh: "对调或改正。", en: "Swap or correct them.")),
    fault(
      "one-statement", Name(zh: "矛盾只有一方", en: "a conflict with one statement"),
      Name(zh: "矛盾至少要有两条陈述。", en: "A conflict needs at least two statements."),
      Name(zh: "补上另一方。", en: "Add the other statement.")),
    fault(
      "plan-of-figure", Name(zh: "目标与规划不配", en: "plan missing or not allowed"),
      Name(zh: "目标值须写明规划；实际值不属于规划。", en: "A target must have a plan; an actual figure must not."),
      Name(zh: "补上或删去“plan”。", en: "Add or remove 'plan'.")),
    fault(
      "report-without-duty", Name(zh: "没有报送义务", en: "a report for no duty"),
      Name(
        zh: "报送的时期不在义务的起止之内，或长短不同。例如按月报送，却收到一季度的。",
        en:
          "A report is for a period outside its duty, or of another length. Example: a report of a quarter for a monthly duty."
      ),
      Name(zh: "改正时期，或改义务的起止。", en: "Correct the period, or the first and last period of the duty.")),
    fault(
      "future", Name(zh: "晚于所据文件", en: "later than its document"),
      Name(
        zh: "文件不能报告其日期之后的事；意图写 \"expected\": true，规划的数写“plan”。",
        en:
          "A document cannot report later events; use \"expected\": true for an intention and 'plan' for a figure of a plan."
      ),
      Name(zh: "改正日期或性质。", en: "Correct the date or the kind.")),
    fault(
      "cycle", Name(zh: "上级成环", en: "cycle"),
      Name(zh: "沿“parent”或“supersedes”走会回到自己。", en: "'parent' or 'supersedes' forms a cycle."),
      Name(zh: "断开其中一环。", en: "Remove one of the links.")),
    fault(
      "chain", Name(zh: "“同一项目”指向另一别名", en: "chain of 'same_as'"),
      Name(
        zh: "“same_as”所指的记录自己也有“same_as”。",
        en: "'same_as' refers to a record that has 'same_as' itself."),
      Name(zh: "直接指向保留的那条记录。", en: "Refer to the record that is kept.")),
    fault(
      "needless-acceptance", Name(zh: "接受了没有的问题", en: "unneeded entry in 'accepted'"),
      Name(
        zh: "dataset.json 的“accepted”列出的问题并未出现：已改正，或写错了。",
        en:
          "A finding listed in 'accepted' of dataset.json does not occur: it was fixed, or the entry is misspelt."
      ),
      Name(zh: "删去或改正该条。", en: "Remove or correct the entry."), .warning),
  ]

  private static func fault(
    _ id: String, _ name: Name, _ explanation: Name, _ remedy: Name, _ severity: Diagnostic.Severity = .error
  ) -> CheckRule {
    CheckRule(id, name, explanation, remedy: remedy, severity: severity)
  }
}
