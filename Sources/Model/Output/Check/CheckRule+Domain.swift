import Domain

extension CheckRule {
  private static let conflictRemedy = Name(
    zh: "核对原文：抄错就改；原文如此，就在 conflicts 中记一条，列出有关数值和算式。",
    en:
      "Compare the document. Fix an error of transcription; if the document prints it so, record a conflict with the figures."
  )
  private static let acceptRemedy = Name(
    zh: "核对后改正；确认无误，则在 dataset.json 的“accepted”中写明规则、id 和理由。",
    en:
      "Compare the document and fix the figure; if it is correct, add rule, id and reason to 'accepted' of dataset.json."
  )

  /// The rules about doubtful figures.
  static let domain: [CheckRule] = [
    CheckRule(
      "sum-mismatch", Name(zh: "分项之和不等于合计", en: "parts do not add up"),
      Name(
        zh: "同一文件中各集群（或子行业）之和不等于印出的合计。例：69.88 + 35.75 + 5.28 + 2.89 + 30.73 = 144.53，合计印作 144.54。",
        en:
          "The clusters, or the sub-industries of one, do not add up to the total that the same document prints. Example: 69.88 + 35.75 + 5.28 + 2.89 + 30.73 = 144.53, printed as 144.54."
      ), remedy: conflictRemedy
    ) { $0.findings(.sumMismatch) },
    CheckRule(
      "growth-mismatch", Name(zh: "增速与数值不符", en: "growth does not match the levels"),
      Name(
        zh: "印出的年均增速与首末两个数值推算的相差超过0.5个百分点。例：(144.54 / 109.43)^(1/2) - 1 = 14.9%，印作 10%。",
        en:
          "A printed average growth differs by more than half a percentage point from the growth between the two levels. Example: (144.54 / 109.43)^(1/2) - 1 = 14.9%, printed as 10%."
      ), remedy: conflictRemedy
    ) { $0.findings(.growthMismatch) },
    CheckRule(
      "different-values", Name(zh: "数值不一致", en: "values differ"),
      Name(
        zh: "对象、指标、时期、性质和口径都相同，数值不同。例：5平方公里与6平方公里。",
        en:
          "Statements about the same subject, indicator, period, kind and scope differ. Example: 5 km2 and 6 km2."
      ),
      remedy: conflictRemedy
    ) { $0.findings(.differentValues) },
    CheckRule(
      "different-targets", Name(zh: "目标不一致", en: "targets differ"),
      Name(
        zh: "同一指标同一年有两个不同的目标。例：2025年产值350亿元与400亿元。",
        en:
          "An indicator has two targets for the same year. Example: output of 35 and of 40 billion yuan by 2025."
      ),
      remedy: conflictRemedy
    ) { $0.findings(.differentTargets) },
    CheckRule(
      "target-already-passed", Name(zh: "目标早已超过", en: "target already passed"),
      Name(
        zh: "目标年之前的实际值已经越过目标。例：2022年30.73亿元，2025年目标30亿元。",
        en: "A level passed the target before its year. Example: 30.73 in 2022, target 30 by 2025."),
      remedy: conflictRemedy
    ) { $0.findings(.targetAlreadyPassed) },
    CheckRule(
      "target-below-baseline", Name(zh: "目标不如基期", en: "target below its base"),
      Name(
        zh: "越高越好的指标目标低于规划开始前的数值；越低越好的，目标高于它。例：2020年100家，2025年目标90家。",
        en:
          "The target is worse than the level before the plan began: lower, or higher where lower is better. Example: 100 firms in 2020, target 90 by 2025."
      ), remedy: conflictRemedy
    ) { $0.findings(.targetBelowBaseline) },
    CheckRule(
      "path-through-zero", Name(zh: "复合增长路径经过零", en: "compound path through zero"),
      Name(
        zh: "指标按复合增长计算，而基期、实际或目标值不大于零。例：2020年亏损2亿元，2025年目标盈利5亿元。",
        en:
          "The targets of an indicator are measured on a compound path, but base, actual level or target is zero or below. Example: a loss of 0.2 billion yuan in 2020, a target of 0.5 billion profit for 2025."
      ),
      remedy: Name(
        zh: "核对数值；数值无误，则在指标中写明“path”为“linear”，或在 dataset.json 的“accepted”中说明理由。",
        en:
          "Compare the document; if the figures are correct, set \"path\": \"linear\" for the indicator, or add rule, figure id and reason to 'accepted' of dataset.json."
      )
    ) { PathRule(context: $0).findings() },
    CheckRule(
      "magnitude-slip", Name(zh: "数量级可疑", en: "magnitude in doubt"),
      Name(
        zh: "同一对象同一指标的其他数都相差100倍以上，或分项是合计的100倍以上，像是亿与万、元与万元弄混。例：前后年109.43亿元和144.54亿元，中间一年1203500亿元。",
        en:
          "All other figures of the same subject and indicator are at least 100 times smaller or larger, or a part is 100 times its whole, as if units were confused. Example: 109.43 and 144.54, and 1203500 between them."
      ), remedy: acceptRemedy
    ) { MagnitudeRule(context: $0).findings() },
    CheckRule(
      "percent-or-points", Name(zh: "百分比与百分点混淆", en: "percent or percentage points"),
      Name(
        zh: "增速和占比以%记，两个百分比之差以pp（百分点）记，水平值不以pp记；原文印“个百分点”而单位为%（或相反）也在此列。例：占比提高3个百分点，记成增长3%。",
        en:
          "Growth and share must be in %, a difference of percentages in pp, and a level never in pp. The rule also finds a unit of % where the document prints percentage points, and the reverse. Example: a share that rose by 3 points, recorded as growth of 3 %."
      ), remedy: acceptRemedy
    ) { PercentRule(context: $0).findings() },
    CheckRule(
      "view-needs", Name(zh: "视图所需未写明", en: "something that a view needs"),
      Name(
        zh: "某个视图要用的指标或单位没有在词汇中写明。例：项目有以亿元计的数，却没有哪个指标是项目的投资；有增速，却没有占比类单位。",
        en:
          "An indicator or unit that a view uses is not declared. Example: projects have amounts of money, but no indicator is their investment; there are growths, but no unit of shares."
      ),
      remedy: Name(
        zh: "在指标中写 \"role\": \"investment\"，或在 vocabulary.json 的“dimensions”中写明量纲的作用；见 docs/data.md。",
        en:
          "Add \"role\": \"investment\" to the indicator, or the role of the dimension to 'dimensions' of vocabulary.json; see docs/data.md."
      )
    ) { ViewRule(context: $0).findings() },
    CheckRule(
      "unit-mismatch", Name(zh: "单位不可比", en: "units not comparable"),
      Name(
        zh: "同一对象同一指标的数值单位属于不同量纲，无法相比。例：一处以亿元记，一处以家记。",
        en:
          "Levels of the same subject and indicator have units that cannot be converted. Example: one in yuan, one in firms."
      ), remedy: acceptRemedy
    ) { UnitRule(context: $0).findings() },
    CheckRule(
      "stages-out-of-order", Name(zh: "阶段次序颠倒", en: "stages out of order"),
      Name(
        zh: "项目靠后的阶段日期早于靠前的阶段。例：2022-06投产，2022-09开工。",
        en:
          "A project reached a later stage before an earlier one. Example: commissioned in 2022-06, started in 2022-09."
      ), remedy: acceptRemedy
    ) { StageRule(context: $0).findings() },
    CheckRule(
      "expected-in-past", Name(zh: "预期早于文件", en: "expected before its document"),
      Name(
        zh: "预期时间在印出它的文件之前就已过去，多为年份抄错，或应记作已经达到的阶段。例：2022年4月的文件，预计2021年开工。",
        en:
          "An expected date is earlier than the document that prints it: often a wrong year, or a stage that was reached. Example: a document of April 2022, a start expected in 2021."
      ), remedy: acceptRemedy
    ) { ExpectationRule(context: $0).findings() },
    CheckRule(
      "missing-citation", Name(zh: "出处不全", en: "missing citation"),
      Name(
        zh: "记录没有出处（为错误），或出处所印的数字中没有这个数值（为警告）。例：数值为120，出处只印“108亿元”。",
        en:
          "A record has no citation (an error), or none of its citations prints the value (a warning). Example: the value is 120, the citation prints 108."
      ), remedy: acceptRemedy
    ) { CitationRule(context: $0).findings() },
    CheckRule(
      "preference-not-shown", Name(zh: "所选目标未显示", en: "preferred target not shown"),
      Name(
        zh: "矛盾的“prefer”指定了一个目标，但按 dataset.json 的“precedence”显示的是另一个。例：“prefer”为征求意见稿的目标，显示的是已印发规划的目标。",
        en:
          "'prefer' of a conflict selects a target, but 'precedence' of dataset.json shows another. Example: 'prefer' selects the target of a draft, but that of the adopted plan is shown."
      ),
      remedy: Name(
        zh: "删去或改正“prefer”；它只在“precedence”的各条规则都不能区分时起作用。",
        en: "Remove or correct 'prefer': it takes effect only where no criterion of 'precedence' decides.")
    ) { PreferenceRule(context: $0).findings() },
    CheckRule(
      "later-text", Name(zh: "说明引用后来的文件", en: "remark ahead of its document"),
      Name(
        zh: "数值、项目节点或矛盾的说明引用了只在较新文件中印出的数字或年份，回看历史时点时会提前显示。例：2022年方案中目标的说明写有2023年报道的69.88。",
        en:
          "The remark of a figure, a milestone or a conflict quotes a number or a year that only a newer document prints, so that a past day shows what was not known. Example: the remark of a target of 2022 quotes 69.88, reported in 2023."
      ),
      remedy: Name(
        zh: "把引用的内容移到较新文件的记录中，或在矛盾的说法中列出其数值。",
        en:
          "Move the quotation to a record of the newer document, or name its figure among the statements of the conflict."
      )
    ) { LaterTextRule(context: $0).findings() },
    CheckRule(
      "stale-figure", Name(zh: "数据过期", en: "stale figure"),
      Name(
        zh: "首页指标最新的数早于其发布周期所允许的时间（以印有地区或产业数字的最新文件的日期计）。例：月度指标，最新文件为2024年10月，最新的数为2022年。",
        en:
          "On the day of the newest document with figures of the district or its clusters, the newest figure of an indicator on the first page is older than its cadence allows. Example: a monthly indicator whose newest figure is of 2022, and a newest document of October 2024."
      ),
      remedy: Name(
        zh: "补录新数；确无新数，则在 dataset.json 的“accepted”中写明规则、数值 id 和理由，或改正指标的“cadence”。",
        en:
          "Add a newer figure. If there is none, add rule, figure id and reason to 'accepted' of dataset.json, or correct 'cadence' of the indicator."
      )
    ) { StaleRule(context: $0).findings() },
    CheckRule(
      "matter-without-unit", Name(zh: "无责任单位", en: "nobody responsible"),
      Name(
        zh: "问题或决定没有写明责任单位，没有人会去办。例：问题 no-land 没有“unit”。",
        en:
          "A problem or a decision names no responsible unit, so nobody will act. Example: the problem no-land without 'unit'."
      ),
      remedy: Name(zh: "补上“unit”或“units”。", en: "Add 'unit' or 'units'.")
    ) { MonthRule(context: $0).withoutUnit() },
    CheckRule(
      "late-extension", Name(zh: "期限过后才申请延期", en: "extension asked too late"),
      Name(
        zh: "延期应在期限之前申请。例：期限4月30日，5月6日申请延期。",
        en: "An extension must be asked for by the due day. Example: due on 30 April, asked on 6 May."),
      remedy: acceptRemedy
    ) { MonthRule(context: $0).lateExtensions() },
    CheckRule(
      "entry-after-closing", Name(zh: "销号之后又有记录", en: "entry after closing"),
      Name(
        zh: "已销号的事项应先重新立案。例：6月21日销号，7月2日办理中。",
        en:
          "A matter that was closed must be reopened first. Example: closed on 21 June, in hand on 2 July."),
      remedy: Name(zh: "补上“reopened”，或改正日期。", en: "Add 'reopened', or correct the dates.")
    ) { MonthRule(context: $0).stepsAfterClosing() },
    CheckRule(
      "repeated-report", Name(zh: "同一期报了两次", en: "two reports of a period"),
      Name(
        zh: "同一义务同一期有两份报告，以先收到的为准。",
        en: "A duty has two reports of one period; the one received first counts."),
      remedy: Name(zh: "删去一份，或改正时期。", en: "Remove one, or correct its period.")
    ) { MonthRule(context: $0).repeatedReports() },
    CheckRule(
      "report-too-early", Name(zh: "报告早于其时期", en: "report before its period"),
      Name(
        zh: "报告在其时期开始之前收到。例：6月的报告5月3日收到，多半是上一年的。",
        en: "A report was received before its period began. Example: that of June on 3 May."),
      remedy: Name(zh: "改正收到日期或时期。", en: "Correct the day or the period.")
    ) { MonthRule(context: $0).earlyReports() },
  ]
}
