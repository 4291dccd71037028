import type { Text } from './text.ts';

/** A system, programme or institution behind the figures. */
export interface GovSystem {
  readonly id: string;
  readonly name: Text;
  readonly kind: string;
  readonly owner: string;
  readonly regionId?: string;
  readonly startYear?: string;
  readonly startSource?: string;
  readonly forum?: 'fuzhou' | 'wuzhen';
  readonly description: Text;
  readonly indicators: readonly string[];
  readonly note?: string;
}
