/** A number that nobody published: its formula, and the published figures that went into it. */
export interface Working {
  /** What was worked out: “中位数”, “2015年至2025年的变化”. */
  readonly what: string;
  /** In words and signs: “（后值 − 前值） ÷ 前值 × 100%”. */
  readonly formula: string;
  /** The same with this selection's figures, as arithmetic that recomputes: “(13,946 − 84,094) ÷ 84,094 × 100”. */
  readonly filled: string;
  /** As the figure shows it: “−83.4%”. */
  readonly result: string;
}
