import { langOfDocument } from '../i18n/languages.ts';
import { singleEn } from '../i18n/single.en.ts';
import { singleZh } from '../i18n/single.zh.ts';
import { search } from '../state/place.ts';

/** More of an address than this is not repeated. */
const LONGEST = 40;

/** An address that names another release than the file's own: what was said then is with the site alone. */
export default function tellOnPage(): void {
  const terms = langOfDocument() === 'zh' ? singleZh : singleEn;
  const asked = new URLSearchParams(search()).get('release') ?? '';
  const own = document.querySelector<HTMLMetaElement>('meta[name="atlas-release"]')?.content ?? '';
  const line = document.createElement('p');
  line.className = 'then';
  line.setAttribute('role', 'note');
  line.textContent = terms.otherRelease(asked.slice(0, LONGEST), own);
  document.querySelector('main')?.prepend(line);
}
