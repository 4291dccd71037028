import { longDay } from '../cite/apa.ts';
import { isoDay } from '../cite/citation.ts';
import { citedAddress } from '../cite/citedAddress.ts';
import { archive } from '../download/archive.ts';
import { csv } from '../download/csv.ts';
import { tableJson } from '../download/json.ts';
import { save } from '../download/save.ts';
import { withRelease } from '../download/withRelease.ts';
import { langOfDocument } from '../i18n/languages.ts';
import { decode } from '../ingest/decode.ts';
import type { opendataZh } from '../i18n/opendata.zh.ts';
import { readRelease } from '../model/release.ts';
import type { Lang } from '../model/text.ts';
import { factsOfTable, wholeTable, type ListedTable, type PageFacts } from '../opendata/wholeTable.ts';
import type { TakenFacts } from '../pages/dataPage.ts';
import { address, fileOf, home, published, withSearch } from '../state/place.ts';
import { textOf } from './aboutTable.ts';
import { takeawayTerms } from './terms.ts';

const isFacts = (facts: unknown): facts is TakenFacts => typeof facts === 'object' && facts !== null && 'files' in facts && 'package' in facts;

async function opendataTerms(lang: Lang): Promise<typeof opendataZh> {
  return lang === 'zh' ? (await import('../i18n/opendata.zh.ts')).opendataZh : (await import('../i18n/opendata.en.ts')).opendataEn;
}

/** A browser asks for few files of a site at a time; asked for hundreds, some give up. */
const AT_ONCE = 6;

async function bytesOf(file: string): Promise<Uint8Array> {
  const response = await published(file);
  if (!response.ok) throw new Error(`${file}: ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}

/** All or nothing: an archive that lacks a file would not say so. @param prefix From the page to the site's root. */
async function filesOf(paths: readonly string[], prefix: string): Promise<Record<string, Uint8Array>> {
  const files: Record<string, Uint8Array> = {};
  for (let at = 0; at < paths.length; at += AT_ONCE) {
    await Promise.all(paths.slice(at, at + AT_ONCE).map(async (path) => { files[path] = await bytesOf(prefix + path); }));
  }
  return files;
}

/** What the page says around a table. */
function listed(item: HTMLElement, fileName: string): ListedTable {
  const dataset = item.closest<HTMLElement>('[data-dataset]');
  const facts = [...item.querySelectorAll('.facts dt')].map((term): readonly [string, string] => [textOf(term), textOf(term.nextElementSibling)]);
  const licence = dataset?.querySelector('[data-licence-text]') ?? null;
  const own = [...(dataset?.querySelectorAll('.dataset-head .facts dt') ?? [])].map((term): readonly [string, string] => [textOf(term), textOf(term.nextElementSibling)]);
  const at = withSearch(address(), '', item.id);
  return {
    fileName,
    name: textOf(item.querySelector('h3')),
    description: textOf(item.querySelector('.small-prose')),
    licence: textOf(licence),
    source: textOf(item.querySelector('[data-sources]')),
    about: [[textOf(dataset?.querySelector('h2') ?? null), textOf(item.querySelector('h3'))], ...facts, ...own.filter(([term]) => !facts.some(([other]) => other === term)), ['URL', at]],
    address: at,
  };
}

/** The reader's own day and where the page stands, in the citations. */
function fillCitations(list: HTMLElement, terms: typeof opendataZh, release: PageFacts['release']): void {
  const today = isoDay(new Date());
  for (const cite of list.querySelectorAll<HTMLElement>('[data-cite]')) {
    const id = cite.closest<HTMLElement>('[data-dataset]')?.dataset['dataset'] ?? '';
    const where = citedAddress({ address: withSearch(address(), ''), release, id });
    cite.textContent = textOf(cite).replace(terms.cite.day, cite.dataset['cite'] === 'apa' ? longDay(today) : today).replace(terms.cite.address, where);
  }
}

/** Whole tables as other files, a dataset and all data as one: made from the published files, in the browser. */
export default async function waken(list: HTMLElement, facts: unknown): Promise<void> {
  if (!isFacts(facts)) throw new Error('the page holds no list of files');
  const lang: Lang = langOfDocument();
  const release = readRelease(document.querySelector<HTMLMetaElement>('meta[name="atlas-release"]')?.content ?? '');
  const page: PageFacts = { lang, site: textOf(document.querySelector('a.brand strong')), root: home(), release };
  const [terms, words] = await Promise.all([opendataTerms(lang), takeawayTerms(lang)]);
  fillCitations(list, terms, release);
  const first = list.querySelector<HTMLAnchorElement>('a[data-csv]');
  const prefix = first ? fileOf(first).replace(/data\/[^?]*$/, '') : './';
  const day = release?.date ?? null;
  const named = (name: string): string => `${name}${release ? `-${release.id}` : ''}`;

  async function made(way: string, button: HTMLElement): Promise<readonly [file: Blob, name: string]> {
    const given = facts;
    if (!isFacts(given)) throw new Error('the page holds no list of files');
    if (way === 'all') {
      const name = named('egov-atlas-data');
      const paths = [...Object.values(given.files).flat(), ...(given.package === null ? [] : [given.package])];
      return [archive(name, await filesOf(paths, prefix), day), `${name}.zip`];
    }
    if (way === 'dataset') {
      const id = button.closest<HTMLElement>('[data-dataset]')?.dataset['dataset'] ?? '';
      const files = await filesOf(given.files[id] ?? [], prefix);
      const name = named(id);
      return [archive(name, Object.fromEntries(Object.entries(files).map(([path, bytes]) => [path.split('/').at(-1) ?? path, bytes])), day), `${name}.zip`];
    }
    const item = button.closest<HTMLElement>('[data-item]');
    const link = item?.querySelector<HTMLAnchorElement>('a[data-csv]');
    if (!item || !link) throw new Error('the button belongs to no table');
    const path = fileOf(link);
    const table = listed(item, (path.split('/').at(-1) ?? '').replace(/\.csv$/, ''));
    const sheet = wholeTable(decode(await bytesOf(path)).text, table);
    const name = `${table.fileName}.${way === 'excel-csv' ? 'csv' : way}`;
    if (way === 'xlsx') return [await (await import('../download/xlsx.ts')).xlsx(withRelease(sheet, release?.id ?? null, words), words), name];
    if (way === 'json') return [new Blob([tableJson(sheet, factsOfTable(table, page), words)], { type: 'application/json' }), name];
    return [new Blob([csv(sheet, words, { isForExcel: true })], { type: 'text/csv;charset=utf-8' }), name];
  }

  let isBusy = false;
  async function take(button: HTMLButtonElement): Promise<void> {
    const told = button.closest('.takes')?.nextElementSibling;
    if (isBusy || !(told instanceof HTMLElement)) return;
    isBusy = true;
    button.setAttribute('aria-disabled', 'true');
    told.textContent = terms.take.busy;
    try {
      const [file, name] = await made(button.value, button);
      const outcome = save(file, name);
      told.textContent = outcome === 'saved' ? terms.take.saved(name) : outcome === 'inApp' ? terms.take.inApp : terms.take.saveRefused;
    } catch (error) {
      console.warn(error);
      told.textContent = terms.take.failed;
    } finally {
      isBusy = false;
      button.removeAttribute('aria-disabled');
    }
  }

  list.addEventListener('click', ({ target }) => {
    const button = target instanceof Element ? target.closest<HTMLButtonElement>('button[name="take"]') : null;
    if (button) void take(button);
  });
}
