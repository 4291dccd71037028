import type { citeZh } from './cite.zh.ts';

export const citeEn: typeof citeZh = {
  lead: 'Each carries what is chosen now, the release and the day of access; “Copy” makes it ready to paste.',
  copy: 'Copy',
  copyLabel: (name) => `Copy: ${name}`,
  copied: (name) => `Copied: ${name}`,
  copyRefused: 'The browser does not allow copying. Select the text above and copy it with the keyboard.',
  download: (ending) => `Download .${ending}`,
  saved: (file) => `Handed to the browser to save: ${file}`,
  saveRefused: 'The browser did not take the file. “Copy” may work instead.',
  inApp: 'No file can be saved inside WeChat; use “Copy” instead.',
  forms: {
    gbt: 'GB/T 7714—2015',
    apa: 'APA 7',
    apaInText: 'APA 7, in the text',
    sentence: 'A sentence with its source',
    bibtex: 'BibTeX',
    csl: 'CSL-JSON',
    ris: 'RIS',
  },
  notes: {
    gbt: 'DS/OL marks an online data set. This site is the maker; who published the numbers follows the title.',
    apa: 'The title is to be set in italics; pasted into a document, it is.',
    csl: 'For Zotero, Pandoc and others.',
    ris: 'For EndNote and others.',
  },
  said: {
    noDate: 'n.d.',
    dataFrom: (credit) => `Original data: ${credit}`,
    edition: (release) => `Release ${release}`,
    note: ({ credit, release, issued, accessed }) =>
      [credit === '' ? '' : `Original data: ${credit}`, issued === null ? 'day of the data unknown' : `data as read until ${issued}`, release === null ? '' : `release ${release}`, `accessed ${accessed}`].filter(Boolean).join('; '),
    sentence: ({ told, maker, credit, release, issued, accessed, address }) =>
      `${told} (${[credit === '' ? '' : `Source: ${credit}`, `figure by ${maker}, ${issued === null ? 'day of the data unknown' : `data as read until ${issued}`}${release === null ? '' : `, release ${release}`}, accessed ${accessed}`].filter(Boolean).join('; ')}) ${address}`,
  },
};
