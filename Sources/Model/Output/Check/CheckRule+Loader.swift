import Domain
import Store

extension CheckRule {
  /// The errors and warnings of the loader.
  static let loader: [CheckRule] = [
    fault(
      "syntax", Name(zh: "不是合法的JSON", en: "not valid JSON"),
      Name(
        zh: "文件不是UTF-8的合法JSON，例如末尾多一个逗号：[1, 2,]。",
        en: "The file is no valid JSON in UTF-8, such as a comma too many: [1, 2,]."),
      Name(zh: "按所示行列改正。", en: "Mend it at the line and column shown.")),
    fault(
      "unreadable", Name(zh: "无法读取", en: "cannot be read"),
      Name(
        zh: "目录不存在、没有 .json 文件、不是普通文件、过大或无权限。",
        en:
          "The directory is not there, holds no .json file, or one is no regular file, too large or forbidden."
      ),
      Name(zh: "检查路径和权限。", en: "Look at the path and its permissions.")),
    fault(
      "missing-file", Name(zh: "缺少文件", en: "a file is missing"),
      Name(
        zh: "每个数据集都要有 dataset、vocabulary 和 sources。", en: "Every dataset has dataset, vocabulary and sources."
      ),
      Name(zh: "补上该文件；格式见 docs/data.md。", en: "Add the file; docs/data.md describes it.")),
    fault(
      "unknown-kind-of-file", Name(zh: "文件种类未知", en: "unknown kind of file"),
      Name(
        zh: "文件名在第一个 - 或 . 之前的部分决定种类，例如 figures-2023.json。",
        en: "A file's kind is its name up to the first - or ., as in figures-2023.json."),
      Name(zh: "改名，或移出目录。", en: "Rename it, or move it out of the directory."), .warning),
    fault(
      "missing-key", Name(zh: "缺少必填项", en: "a required key is missing or empty"),
      Name(zh: "例如数值缺少“unit”，或名称为空。", en: "Such as a figure without 'unit', or an empty name."),
      Name(zh: "补上；必填项见 docs/data.md。", en: "Add it; docs/data.md marks what must be there.")),
    fault(
      "unknown-key", Name(zh: "未知的键", en: "unknown key"),
      Name(
        zh: "多半是笔误，例如 \"perido\"；该键不被读取。", en: "Mostly a slip of the pen, such as \"perido\"; it is not read."
      ),
      Name(zh: "改正或删去。", en: "Mend or remove it."), .warning),
    fault(
      "wrong-type", Name(zh: "值的类型不对", en: "wrong type of value"),
      Name(
        zh: "例如 \"value\": \"12\"，数不应加引号。", en: "Such as \"value\": \"12\": a number has no quotation marks."),
      Name(zh: "按提示改写。", en: "Write it as the message says.")),
    fault(
      "duplicate", Name(zh: "重复", en: "stands twice"),
      Name(
        zh: "同一对象中键重复，或同类记录 id 重复。", en: "A key stands twice in one object, or an id twice among its kind."),
      Name(zh: "删去一处，或另取 id。", en: "Remove one, or choose another id.")),
    fault(
      "bad-id", Name(zh: "id不合规", en: "malformed id"),
      Name(zh: "id 只用小写字母、数字和 -。", en: "An id is of small letters, digits and -."),
      Name(zh: "改名，并改引用它的地方。", en: "Rename it, and what refers to it.")),
    fault(
      "unknown-reference", Name(zh: "引用不存在", en: "refers to nothing"),
      Name(
        zh: "例如数值的指标不在 indicators 中。", en: "Such as a figure whose indicator is not among the indicators."),
      Name(zh: "改正笔误，或补上被引用的记录。", en: "Mend the spelling, or add what is referred to.")),
    fault(
      "not-allowed", Name(zh: "不在允许的范围", en: "not among what is allowed"),
      Name(zh: "例如 \"kind\": \"goal\"；应为 target。", en: "Such as \"kind\": \"goal\" instead of target."),
      Name(zh: "用提示中列出的值。", en: "Use one that the message lists.")),
    fault(
      "bad-date", Name(zh: "日期或时期写法不对", en: "malformed date or period"),
      Name(zh: "例如 2022-13；写作 2022-12。", en: "Such as 2022-13 for 2022-12."),
      Name(zh: "按提示改写。", en: "Write it as the message says.")),
    fault(
      "out-of-order", Name(zh: "先后或大小颠倒", en: "in the wrong order"),
      Name(
        zh: "例如规划的开始晚于结束，或区间上限小于下限。",
        en: "Such as a plan that starts after its end, or a range whose end is smaller."),
      Name(zh: "对调或改正。", en: "Swap or mend them.")),
    fault(
      "one-statement", Name(zh: "矛盾只有一方", en: "a conflict with one side"),
      Name(zh: "矛盾至少要有两条陈述。", en: "A conflict has at least two statements."),
      Name(zh: "补上另一方。", en: "Add the other side.")),
    fault(
      "plan-of-figure", Name(zh: "目标与规划不配", en: "target and plan do not go together"),
      Name(zh: "目标值须写明规划；实际值不属于规划。", en: "A target names its plan; an actual figure has none."),
      Name(zh: "补上或删去“plan”。", en: "Add or remove 'plan'.")),
    fault(
      "future", Name(zh: "晚于所据文件", en: "later than its document"),
      Name(
        zh: "文件不能报告其日期之后的事；意图写 \"expected\": true，规划的数写“plan”。",
        en:
          "A document cannot report what came after it; an intention is \"expected\": true, a plan's figure has a 'plan'."
      ),
      Name(zh: "改正日期或性质。", en: "Mend the date or the kind.")),
    fault(
      "cycle", Name(zh: "上级成环", en: "is its own ancestor"),
      Name(zh: "沿“parent”或“supersedes”走会回到自己。", en: "Following 'parent' or 'supersedes' comes back."),
      Name(zh: "断开其中一环。", en: "Break the loop at one place.")),
    fault(
      "chain", Name(zh: "“同一项目”指向另一别名", en: "the same as another name only"),
      Name(
        zh: "“same_as”所指的记录自己也有“same_as”。",
        en: "'same_as' names a record that has 'same_as' itself."),
      Name(zh: "直接指向保留的那条记录。", en: "Name the record that is kept.")),
    fault(
      "needless-acceptance", Name(zh: "接受了没有的问题", en: "accepts what was not found"),
      Name(
        zh: "dataset.json 的“accepted”列出的问题并未出现：已改正，或写错了。",
        en: "What 'accepted' in dataset.json names was not found: mended since, or misspelt."),
      Name(zh: "删去或改正该条。", en: "Remove or mend the entry."), .warning),
  ]

  private static func fault(
    _ id: String, _ name: Name, _ explanation: Name, _ remedy: Name, _ severity: Diagnostic.Severity = .error
  ) -> CheckRule {
    CheckRule(id, name, explanation, remedy: remedy, severity: severity)
  }
}
