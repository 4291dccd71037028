import { recordPath, thenLine, type FigureRecord, type ThenLine, type ThenQuestion } from './record.ts';

const isRecord = (found: unknown): found is FigureRecord => typeof found === 'object' && found !== null && 'name' in found && 'release' in found && 'zh' in found && 'en' in found;

const known = new Map<string, Promise<FigureRecord | null>>();
const waiting = new Map<string, (record: FigureRecord) => void>();

/** Records call this by name; several on one page each find who waits for them. */
function hear(found: unknown): void {
  if (isRecord(found)) waiting.get(found.name)?.(found);
}

/**
 * A figure's record, by a classic script: a sandboxed frame may neither fetch nor import.
 *
 * @param root Address of the site's root, with a slash at its end.
 * @returns Null where it can't be had: nothing is told then.
 */
export function loadRecord(root: string, name: string): Promise<FigureRecord | null> {
  const before = known.get(name);
  if (before) return before;
  const asked = new Promise<FigureRecord | null>((resolve) => {
    waiting.set(name, resolve);
    Reflect.set(globalThis, 'atlasRecord', hear);
    const script = document.createElement('script');
    script.src = new URL(recordPath(name), root).href;
    // Called before the script is done; afterwards nobody will.
    for (const end of ['load', 'error']) script.addEventListener(end, () => resolve(null));
    document.head.append(script);
  });
  known.set(name, asked);
  return asked;
}

export interface ThenFacts extends ThenQuestion {
  readonly name: string;
  /** As of `loadRecord`; absent: of a live page for an article, which stands in embed/ or en/embed/. */
  readonly root?: string;
  /** A link inside a frame leads out of it. */
  readonly target?: '_blank' | '_top';
}

/** Shows a line, or empties the place; what is already there is left alone. */
export function showLine(place: HTMLElement, line: ThenLine | null, root: string, target?: ThenFacts['target']): void {
  if (line === null) {
    place.replaceChildren();
    return;
  }
  const sentence = document.createElement('span');
  sentence.textContent = line.text;
  place.replaceChildren(sentence);
  const to = line.more && new URL(line.more.path, root).href;
  // Only into the site itself, whatever a record says.
  if (!line.more || !to?.startsWith(root)) return;
  const rest = document.createElement('span');
  rest.textContent = line.rest ?? '';
  const link = document.createElement('a');
  link.href = to;
  link.textContent = line.more.text;
  if (target) link.target = target;
  link.rel = 'noopener';
  place.append(' ', link);
  if (line.rest !== undefined) place.append(' ', rest);
}

/**
 * One line in a place that stands empty: what was said at the release that an address names, and what is said now; in a
 * frozen figure, that there is newer. Nothing where nothing differs, or where the record can't be had.
 */
export async function tellThen(place: HTMLElement, facts: ThenFacts): Promise<void> {
  const root = facts.root ?? new URL(facts.lang === 'en' ? '../../' : '../', location.href).href;
  const record = await loadRecord(root, facts.name);
  try {
    if (record) showLine(place, thenLine(record, facts), root, facts.target);
  } catch (error) {
    // A record of another make than ours: the figure stands without a line.
    console.debug(error);
  }
}
