/**
 * How a page for an article may be asked to look, in its address: the one list from which they are read, written,
 * described and published as `embed/flags.schema.json`.
 *
 * Nothing in an address is ever markup, a style, a selector or an address: words are put into the page as text, all
 * else is one of the values named here or is refused.
 */
export const FLAG_LANGS = ['zh', 'en'] as const;
export const FLAG_THEMES = ['auto', 'light', 'dark'] as const;
/** What can be taken away; source and date can't. */
export const HIDEABLE = ['title', 'takeaway', 'legend', 'table', 'links'] as const;

export type FlagLang = (typeof FLAG_LANGS)[number];
export type FlagTheme = (typeof FLAG_THEMES)[number];
export type Hideable = (typeof HIDEABLE)[number];

/** Characters of a note or a headline, as a reader counts them. */
export const MOST_CHARACTERS = 80;
/** Five are told apart; more would light everything. */
export const MOST_HIGHLIGHTS = 5;

export interface Flags {
  /** Null: the page's own. */
  readonly lang: FlagLang | null;
  readonly theme: FlagTheme;
  /** No ground of its own: the host's shows. */
  readonly transparent: boolean;
  /** No head, and a foot of source and date alone. */
  readonly plain: boolean;
  /** A picture: nothing answers to pointer or keys. */
  readonly static: boolean;
  readonly hide: readonly Hideable[];
  /** Ids of regions or of series, picked out. */
  readonly highlight: readonly string[];
  /** The quoter's own remark; empty: none. */
  readonly note: string;
  /** The period or region that it is of; empty: below the head. */
  readonly at: string;
  /** The quoter's own headline, shown as such; empty: none. */
  readonly title: string;
}

export type FlagName = keyof Flags;

export const DEFAULT_FLAGS: Flags = { lang: null, theme: 'auto', transparent: false, plain: false, static: false, hide: [], highlight: [], note: '', at: '', title: '' };

/** A value of an address that could not be used; `used` stands in its place, null when it was left out. */
export interface FlagRefusal {
  readonly key: string;
  readonly found: string;
  readonly used: string | null;
}

export type FlagKind =
  | { readonly kind: 'choice'; readonly values: readonly string[] }
  | { readonly kind: 'boolean' }
  /** Joined by dots. */
  | { readonly kind: 'list'; readonly values: readonly string[] | null; readonly most: number }
  | { readonly kind: 'text'; readonly most: number }
  | { readonly kind: 'id' };

/** In the order in which an address holds them. */
export const FLAGS: Readonly<Record<FlagName, FlagKind>> = {
  lang: { kind: 'choice', values: FLAG_LANGS },
  theme: { kind: 'choice', values: FLAG_THEMES },
  transparent: { kind: 'boolean' },
  plain: { kind: 'boolean' },
  static: { kind: 'boolean' },
  hide: { kind: 'list', values: HIDEABLE, most: HIDEABLE.length },
  highlight: { kind: 'list', values: null, most: MOST_HIGHLIGHTS },
  note: { kind: 'text', most: MOST_CHARACTERS },
  at: { kind: 'id' },
  title: { kind: 'text', most: MOST_CHARACTERS },
};

/** What is known where flags are read; without it any well-formed id is taken. */
export interface FlagRange {
  readonly ids: readonly string[];
  readonly periods: readonly string[];
}

const SHOWN = 40;
const shortened = (text: string): string => (text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text);
/** Codes of regions, names of series, periods. */
const ID = /^[\w-]{1,40}$/;
/** Control characters, and those that turn the direction of a line: they could make a source line read otherwise. */
const UNSEEN = /[\p{Cc}\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]+/gu;

/** Words as they may be shown: one line, no unseen characters, no longer than allowed; null: nothing is left. */
function plainText(found: string, most: number): string | null {
  const text = [...found.replace(UNSEEN, ' ').replace(/\s+/g, ' ').trim()];
  return text.length === 0 ? null : text.length > most ? `${text.slice(0, most - 1).join('')}…` : text.join('');
}

/**
 * Reads the flags of an address. Keys that are not flags are let be: they are the figure's, or other people's.
 *
 * @param search From “?” on.
 */
export function readFlags(search: string, range?: FlagRange): { readonly flags: Flags; readonly refusals: readonly FlagRefusal[] } {
  const query = new URLSearchParams(search);
  const refusals: FlagRefusal[] = [];
  const refuse = (key: FlagName, found: string, used: string | null): void => {
    refusals.push({ key, found: shortened(found), used });
  };
  const choice = <Value extends string, Fallback>(key: FlagName, values: readonly Value[], fallback: Fallback): Value | Fallback => {
    const found = query.get(key);
    if (found === null) return fallback;
    const known = values.find((one) => one === found);
    if (known === undefined) refuse(key, found, typeof fallback === 'string' ? fallback : null);
    return known ?? fallback;
  };
  const isOn = (key: FlagName): boolean => {
    const found = query.get(key);
    return found !== null && found !== '0' && found !== 'false';
  };
  const list = <Value extends string>(key: FlagName, most: number, accept: (one: string) => Value | undefined): readonly Value[] => {
    const found = query.get(key);
    if (found === null || found === '') return [];
    const asked = [...new Set(found.split('.', 200))];
    const known = asked.flatMap((one) => accept(one) ?? []);
    const left = [...asked.filter((one) => accept(one) === undefined), ...known.slice(most)];
    if (left.length > 0) refuse(key, left.join('.'), null);
    return known.slice(0, most);
  };
  const words = (key: FlagName): string => {
    const found = query.get(key);
    if (found === null || found === '') return '';
    const text = plainText(found, MOST_CHARACTERS);
    if (text === null || text.endsWith('…')) refuse(key, found, text);
    return text ?? '';
  };
  const isKnown = (one: string): boolean => ID.test(one) && (!range || range.ids.includes(one));
  const at = query.get('at') ?? '';
  const isPlace = at === '' || isKnown(at) || (ID.test(at) && (!range || range.periods.includes(at)));
  if (!isPlace) refuse('at', at, null);
  return {
    flags: {
      lang: choice('lang', FLAG_LANGS, null),
      theme: choice('theme', FLAG_THEMES, 'auto' as const),
      transparent: isOn('transparent'),
      plain: isOn('plain'),
      static: isOn('static'),
      hide: list('hide', HIDEABLE.length, (one) => HIDEABLE.find((value) => value === one)),
      highlight: list('highlight', MOST_HIGHLIGHTS, (one) => (isKnown(one) ? one : undefined)),
      note: words('note'),
      at: isPlace ? at : '',
      title: words('title'),
    },
    refusals,
  };
}

/** Only what differs from the defaults, in the order of the list; what is read of it is equal. Empty: nothing differs. */
export function formatFlags(flags: Partial<Flags>): string {
  const query = new URLSearchParams();
  const given: Flags = { ...DEFAULT_FLAGS, ...flags };
  const put = (key: FlagName, value: string): void => {
    if (value !== '') query.set(key, value);
  };
  put('lang', given.lang ?? '');
  put('theme', given.theme === 'auto' ? '' : given.theme);
  for (const key of ['transparent', 'plain', 'static'] as const) put(key, given[key] ? '1' : '');
  put('hide', given.hide.join('.'));
  put('highlight', given.highlight.join('.'));
  put('note', given.note);
  put('at', given.at);
  put('title', given.title);
  return query.toString();
}

interface FlagText {
  readonly zh: string;
  readonly en: string;
}

/** What each flag does, for those who write an address by hand. */
export const FLAG_TEXTS: Readonly<Record<FlagName, FlagText>> = {
  lang: { zh: '语言；与页面不同时，换到那种语言的同一张图。', en: 'Language; where it is not the page’s own, the same figure opens in that language.' },
  theme: { zh: '浅色、深色，或随读者的系统（auto）。', en: 'Light, dark, or as the reader’s system says (auto).' },
  transparent: { zh: '不铺底色，透出宿主页面的底。请在宿主的 iframe 上写同样的 color-scheme，否则浏览器会铺白底。', en: 'No ground of its own: the host’s shows through. Give the host’s iframe the same color-scheme, or the browser paints a white box.' },
  plain: { zh: '只留图和一行来源、日期。', en: 'Only the picture and one line of source and date.' },
  static: { zh: '只是一张图：不回应指针和键盘。', en: 'A picture only: nothing answers to pointer or keys.' },
  hide: { zh: '隐去哪些部分，用点连接；来源和日期不能隐去。', en: 'Parts to leave out, joined by dots; source and date can’t be.' },
  highlight: { zh: '突出哪些地区或系列（代码，用点连接，最多5个）。', en: 'Regions or series to pick out (ids joined by dots, five at most).' },
  note: { zh: '引用者自己的一句说明，最多80字。', en: 'One remark of the quoter’s own, 80 characters at most.' },
  at: { zh: '这句说明属于哪个时期或地区。', en: 'The period or region that the remark is of.' },
  title: { zh: '引用者自己的标题，最多80字，并注明是引用者所加；数据给出的一句话仍在其下。', en: 'A headline of the quoter’s own, 80 characters at most, marked as theirs; what the data say stays below it.' },
};

export const FLAGS_SCHEMA_PATH = 'embed/flags.schema.json';

/** The list as a JSON Schema (2020-12) of the decoded query. */
export function flagsSchema(): string {
  const schemaOf = (kind: FlagKind): Readonly<Record<string, unknown>> => {
    switch (kind.kind) {
      case 'choice':
        return { type: 'string', enum: kind.values };
      case 'boolean':
        return { type: 'string', description: 'Present and neither “0” nor “false”: on.' };
      case 'list':
        return kind.values ? { type: 'string', pattern: `^(${kind.values.join('|')})(\\.(${kind.values.join('|')}))*$` } : { type: 'string', pattern: `^[\\w-]{1,40}(\\.[\\w-]{1,40}){0,${kind.most - 1}}$` };
      case 'text':
        return { type: 'string', maxLength: kind.most };
      case 'id':
        return { type: 'string', pattern: ID.source };
    }
  };
  const properties = Object.fromEntries(flagNames().map((name) => {
    const schema = schemaOf(FLAGS[name]);
    const { description } = schema;
    return [name, { ...schema, description: [FLAG_TEXTS[name].en, typeof description === 'string' ? description : ''].filter(Boolean).join(' '), 'x-description-zh': FLAG_TEXTS[name].zh }];
  }));
  return `${JSON.stringify({ $schema: 'https://json-schema.org/draft/2020-12/schema', title: 'Flags of an embed', description: 'The query of embed/<figure>.html. Other keys are the figure’s own choices, or other people’s, and are let be.', type: 'object', properties, additionalProperties: true }, null, 2)}\n`;
}

const isFlagName = (text: string): text is FlagName => text in FLAGS;
export const flagNames = (): readonly FlagName[] => Object.keys(FLAGS).filter(isFlagName);
