/** How old a series is. What depends on the reader's own day is worked out in the browser from the dates. */
export interface FreshnessView {
  /** “最新：2024年” */
  readonly latest: string;
  /** The last day that the latest figure describes, ISO. */
  readonly until: string;
  /** “预计下次：2026年9月”, or that no fixed interval is known. */
  readonly next: string;
  /** ISO date from which the series is overdue; null: none can be expected. */
  readonly due: string | null;
  /** “2026-11-22读取” */
  readonly retrieved: string;
}
