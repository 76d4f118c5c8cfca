// The columns of each kind of table, with the titles that offices give them.

extension MonthTable {
  /// The fields of each kind, with their titles in tables.
  static let fields: [Kind: [(key: String, heads: [String])]] = [
    .problems: [
      ("id", ["代码", "id"]), ("title", ["问题", "问题名称", "事项", "problem", "title"]),
      ("title_en", ["英文", "english"]),
      ("subject", ["对象", "涉及对象", "subject", "about"]), ("indicator", ["指标", "indicator"]),
      ("task", ["任务", "task"]),
      ("cause", ["原因", "问题类型", "cause"]), ("raised", ["提出日期", "提出时间", "raised"]),
      ("raised_by", ["提出单位", "raised by"]), ("unit", ["责任单位", "unit"]),
      ("due", ["期限", "办结时限", "完成时限", "due"]),
      ("state", ["状态", "办理情况", "state"]), ("date", ["状态日期", "日期", "date"]), ("until", ["延期至", "until"]),
      ("text", ["说明", "备注", "text", "note"]),
    ],
    .decisions: [
      ("id", ["代码", "id"]), ("title", ["事项", "决定", "议定事项", "decision", "title"]),
      ("title_en", ["英文", "english"]),
      ("meeting", ["会议", "meeting"]), ("date", ["会议日期", "会议时间", "date"]),
      ("subject", ["对象", "subject", "about"]),
      ("indicator", ["指标", "indicator"]), ("task", ["任务", "task"]), ("problem", ["问题", "problem"]),
      ("units", ["责任单位", "units", "unit"]), ("due", ["期限", "完成时限", "due"]), ("state", ["状态", "state"]),
      ("state_date", ["状态日期", "state date"]), ("until", ["延期至", "until"]),
      ("text", ["说明", "备注", "text", "note"]),
    ],
    .duties: [
      ("id", ["代码", "id"]), ("unit", ["报送单位", "单位", "unit"]), ("name", ["报送内容", "内容", "report", "name"]),
      ("every", ["周期", "every"]), ("day", ["截止日", "day"]), ("from", ["起", "from"]),
      ("until", ["止", "until"]),
      ("recipient", ["接收单位", "recipient"]),
    ],
    .reports: [
      ("id", ["代码", "id"]), ("duty", ["报送义务", "duty"]), ("unit", ["报送单位", "单位", "unit"]),
      ("name", ["报送内容", "内容", "report", "name"]), ("period", ["时期", "期别", "period"]),
      ("received", ["收到日期", "报送日期", "收到时间", "received"]), ("note", ["备注", "note"]),
    ],
    .statuses: [
      ("id", ["代码", "id"]), ("task", ["任务", "task"]), ("indicator", ["指标", "indicator"]),
      ("subject", ["对象", "subject"]), ("state", ["状态", "state"]), ("light", ["评定灯", "灯", "light"]),
      ("date", ["日期", "date"]), ("unit", ["单位", "unit"]), ("person", ["评定人", "person"]),
      ("text", ["说明", "备注", "text", "note"]),
    ],
  ]
}
