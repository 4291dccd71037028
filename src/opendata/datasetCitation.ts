import { apa, apaText } from '../cite/apa.ts';
import type { Citation } from '../cite/citation.ts';
import { gbt7714 } from '../cite/gbt7714.ts';
import { citeEn } from '../i18n/cite.en.ts';
import { citeZh } from '../i18n/cite.zh.ts';
import { halfOf } from '../i18n/format.ts';
import type { Dataset } from '../model/dataset.ts';
import type { PageContext } from '../prerender/pageContext.ts';
import { publishersText } from '../view/publishers.ts';
import { datasetAnchor } from './openPaths.ts';

/** So many publishers by name. */
const NAMED = 3;

/**
 * How a dataset is cited. The day of access is the reader's, and a site may not know its address: words between brackets
 * stand in their place until a script, or the reader, writes them in.
 */
export function datasetCitation(dataset: Dataset, page: PageContext): readonly { readonly style: 'gbt' | 'apa'; readonly name: string; readonly text: string }[] {
  const { lang, words, say, release, address } = page;
  const terms = words.opendata.cite;
  const names = dataset.sources.map(({ publisher }) => halfOf(publisher, lang));
  const credit = publishersText(names, say, NAMED).slice(say.words.sourceColon.length);
  const citation: Citation = {
    lang,
    maker: words.siteName,
    title: terms.title(dataset.title[lang], dataset.edition),
    sentence: '',
    credit,
    creditShort: '',
    issued: release?.date ?? null,
    accessed: terms.day,
    release: release?.id ?? null,
    address: address === null ? terms.address : `${address}${release ? `?release=${release.id}` : ''}#${datasetAnchor(dataset.id)}`,
    key: '',
  };
  return [
    { style: 'gbt', name: terms.gbt, text: gbt7714(citation, (lang === 'zh' ? citeZh : citeEn).said) },
    { style: 'apa', name: terms.apa, text: apaText(apa(citation)) },
  ];
}
