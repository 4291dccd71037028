import type { ClaimPicture } from '../../view/wall/sceneView.ts';
import { lineCount } from './text.ts';

/** As wallClaim.css sets them, in em of the words' own type. */
export const CLAIM_SIZES = { who: 1.25, verdict: 1.5, why: 1.25 } as const;
const LINE = 1.3;
/** The mark before the verdict. */
const MARK = 1.6;

/** Height of what is said of a claim in a column of a width, both in em of the words' type. */
export function claimHeight({ who, verdict, why }: Pick<ClaimPicture, 'who' | 'verdict' | 'why'>, width: number, detail: number): number {
  const line = (text: string, size: number, isBold = false, indent = 0): number => size * LINE * lineCount(text, (width - indent) / size, isBold);
  return 0.7 + line(who, CLAIM_SIZES.who) + 0.8 + line(verdict, CLAIM_SIZES.verdict, true, MARK) + (detail >= 1 ? 0.2 + line(why, CLAIM_SIZES.why) : 0) + 0.3;
}
