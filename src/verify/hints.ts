import type { IndicatorId } from '../model/indicator.ts';
import type { Period } from '../model/observation.ts';
import type { RegionId } from '../model/region.ts';
import { readRelease } from '../model/release.ts';

/** What a file says of itself besides its figures, by its name, its address, its words; any of it may be wrong. */
export interface FileHints {
  /** The likeliest first. */
  readonly indicators: readonly IndicatorId[];
  readonly periods: readonly Period[];
  readonly region: RegionId | null;
  /** “2026-11-22-1a2b3c4d”; null: it says none. */
  readonly release: string | null;
  /** Of ours, with a choice; null: none. */
  readonly address: string | null;
}

export const NO_HINTS: FileHints = { indicators: [], periods: [], region: null, release: null, address: null };

const RELEASE = /\b\d{4}-\d\d-\d\d-[\da-f]{8}\b/;

/** A release's name anywhere in a text. */
export const releaseIn = (text: string): string | null => {
  const found = RELEASE.exec(text)?.[0];
  return found !== undefined && readRelease(found) ? found : null;
};

/** The longest id that stands in a text as a word of its own; ids are parts of one another. */
function idIn(text: string, ids: readonly IndicatorId[]): IndicatorId | null {
  const found = ids.filter((id) => new RegExp(`(?:^|[^a-z0-9])${id}(?:[^a-z0-9]|$)`, 'i').test(text));
  return found.sort((one, other) => other.length - one.length)[0] ?? null;
}

const paramsOf = (address: string): URLSearchParams => new URLSearchParams(/\?([^#]*)/.exec(address)?.[1] ?? '');

const PERIOD = /^(?:19|20)\d\d(?:-\d\d(?:-\d\d)?)?$/;

/** An address of a site of ours, wherever it stands: “…/indicator/toys.html?period=2001&release=…”. */
export function addressHints(address: string, ids: readonly IndicatorId[]): FileHints {
  const params = paramsOf(address);
  const page = address.split(/[?#]/)[0] ?? '';
  const own = idIn(page.split('/').pop() ?? '', ids);
  const chosen = [params.get('indicator'), ...(params.get('indicators')?.split('.') ?? [])].filter((id): id is string => id !== null && ids.includes(id));
  const period = params.get('period');
  const compare = params.get('compare');
  return {
    indicators: [...new Set([...chosen, ...(own === null ? [] : [own])])],
    periods: [period, compare].filter((one): one is string => one !== null && PERIOD.test(one)),
    region: /\/region\/(\d{6})\.html/.exec(address)?.[1] ?? null,
    release: releaseIn(params.get('release') ?? ''),
    address: address === '' ? null : address,
  };
}

/** “map-toys_2001_zh.csv”; a browser may have put “ (1)” behind it. */
export function nameHints(name: string, ids: readonly IndicatorId[]): FileHints {
  const id = idIn(name, ids);
  const periods = [...name.matchAll(/_((?:19|20)\d\d(?:-\d\d)?)(?=_|\.|$)/g)].map(([, period = '']) => period);
  return { indicators: id === null ? [] : [id], periods, region: null, release: releaseIn(name), address: null };
}

/** The first to say something is believed first. */
export const joined = (...all: readonly FileHints[]): FileHints => ({
  indicators: [...new Set(all.flatMap(({ indicators }) => indicators))],
  periods: [...new Set(all.flatMap(({ periods }) => periods))],
  region: all.find(({ region }) => region !== null)?.region ?? null,
  release: all.find(({ release }) => release !== null)?.release ?? null,
  address: all.find(({ address }) => address !== null)?.address ?? null,
});
