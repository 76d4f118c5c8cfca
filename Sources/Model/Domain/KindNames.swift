// The display names of the kinds of records.

extension Source.Kind {
  /// The name on the screen, in both languages.
  package var name: Name {
    switch self {
    case .plan: Name(zh: "规划", en: "plan")
    case .draft: Name(zh: "草案", en: "draft")
    case .newspaper: Name(zh: "报道", en: "newspaper")
    case .pressConference: Name(zh: "发布会", en: "conference")
    case .workReport: Name(zh: "政府工作报告", en: "work report")
    case .bulletin: Name(zh: "统计公报", en: "bulletin")
    case .statisticalTable: Name(zh: "统计表", en: "statistical table")
    }
  }
}

extension Project.Nature {
  /// The name on the screen, in both languages.
  package var name: Name {
    switch self {
    case .project: Name(zh: "项目", en: "project")
    case .productLine: Name(zh: "产品方向", en: "product line")
    case .programme: Name(zh: "计划事项", en: "programme")
    }
  }
}

extension Conflict.Kind {
  /// The name on the screen, in both languages.
  package var name: Name {
    switch self {
    case .contradiction: Name(zh: "说法不一", en: "contradiction")
    case .arithmetic: Name(zh: "算术不合", en: "arithmetic")
    case .scope: Name(zh: "口径不同", en: "scope")
    case .timeline: Name(zh: "时间不合", en: "timeline")
    case .nameVariant: Name(zh: "名称不一", en: "name variant")
    case .damagedText: Name(zh: "文字缺损", en: "damaged text")
    case .implausible: Name(zh: "数值可疑", en: "implausible")
    }
  }
}

extension Conflict.Severity {
  /// The name on the screen, in both languages.
  package var name: Name {
    switch self {
    case .critical: Name(zh: "重大分歧", en: "critical")
    case .caution: Name(zh: "需注明", en: "caution")
    case .note: Name(zh: "提示", en: "note")
    }
  }
}

extension Conflict.Finder {
  /// The name on the screen, in both languages.
  package var name: Name {
    switch self {
    case .person: Name(zh: "人工", en: "person")
    case .rule: Name(zh: "规则", en: "rule")
    case .both: Name(zh: "两者", en: "both")
    }
  }
}

extension Figure.Kind {
  /// The name on the screen, in both languages.
  package var name: Name {
    switch self {
    case .actual: Name(zh: "实际", en: "actual")
    case .target: Name(zh: "目标", en: "target")
    case .growth: Name(zh: "增速", en: "growth")
    case .cumulative: Name(zh: "累计", en: "cumulative")
    case .share: Name(zh: "占比", en: "share")
    }
  }
}

extension Park.Kind {
  /// The name on the screen, in both languages.
  package var name: Name {
    switch self {
    case .park: Name(zh: "园区", en: "park")
    case .zone: Name(zh: "组团", en: "zone")
    case .functionalArea: Name(zh: "功能区", en: "functional area")
    case .facility: Name(zh: "设施", en: "facility")
    case .concept: Name(zh: "概念", en: "concept")
    }
  }
}

extension Cluster.Kind {
  /// The name on the screen, in both languages.
  package var name: Name {
    switch self {
    case .cluster: Name(zh: "产业集群", en: "cluster")
    case .subIndustry: Name(zh: "细分行业", en: "sub-industry")
    case .direction: Name(zh: "招商方向", en: "direction")
    }
  }
}

extension Indicator.Measure {
  /// The name on the screen, in both languages.
  package var name: Name {
    switch self {
    case .flow: Name(zh: "时期数", en: "flow")
    case .stock: Name(zh: "时点数", en: "stock")
    case .ratio: Name(zh: "比率", en: "ratio")
    }
  }
}

extension Indicator.Direction {
  /// The name on the screen, in both languages.
  package var name: Name {
    switch self {
    case .higher: Name(zh: "越高越好", en: "higher")
    case .lower: Name(zh: "越低越好", en: "lower")
    }
  }
}

extension Indicator.Cadence {
  /// The name on the screen, in both languages.
  package var name: Name {
    switch self {
    case .month: Name(zh: "每月", en: "monthly")
    case .quarter: Name(zh: "每季", en: "quarterly")
    case .year: Name(zh: "每年", en: "yearly")
    case .once: Name(zh: "一次", en: "once")
    }
  }
}

extension Strength.Category {
  /// The name on the screen, in both languages.
  package var name: Name {
    switch self {
    case .transport: Name(zh: "交通区位", en: "transport")
    case .institution: Name(zh: "平台机构", en: "institutions")
    case .finance: Name(zh: "金融", en: "finance")
    case .science: Name(zh: "科技创新", en: "science")
    case .policy: Name(zh: "政策机遇", en: "policy")
    case .energy: Name(zh: "能源保障", en: "energy")
    case .scenic: Name(zh: "文旅资源", en: "scenery")
    case .market: Name(zh: "市场物流", en: "markets")
    case .people: Name(zh: "人才", en: "people")
    case .offer: Name(zh: "配套服务", en: "services")
    }
  }
}

extension Indicator.Path {
  /// The name on the screen, in both languages.
  package var name: Name {
    switch self {
    case .compound: Name(zh: "复合增长", en: "compound")
    case .linear: Name(zh: "线性", en: "linear")
    }
  }
}
