import type { singleZh } from './single.zh.ts';

export const singleEn: typeof singleZh = {
  name: 'Single-file edition',
  opening: 'E-Gov Atlas: opening the single-file edition…',
  broken: 'It cannot be opened: the file is not whole, or the browser is too old. Copy or download it again, or use a newer browser.',
  noScript: 'This file draws its pages with a script: allow scripts in the browser, or open the pages of the site.',
  foot: (date, release) => `Single-file edition · data read until ${date} · release ${release}`,
  about: 'The whole site in one file: data, maps, every page in Chinese and English, the wall, search and downloads. It needs no network and opens from a USB stick by double click.',
  take: (size) => `Download atlas.html (${size} MB)`,
  bytes: (bytes) => `${bytes} bytes`,
  hashLabel: 'SHA-256: ',
  here: 'This is the single-file edition: one file, no network. Pages for embedding, cards for sharing and the outlines of letters for SVG are not in it.',
  siteAt: (address) => `Site: ${address}`,
  embedding: 'Embedding needs a web address: a figure in an article is read from the site, and this file is not on the web. Open this page on the site to get its code.',
  onSite: (address) => `This page on the site: ${address}`,
  notCarried: { title: 'This page is not in the single-file edition', text: 'Pages made for articles are read from the site and are not in this file. Their data and figures are on the other pages.' },
  file: { title: 'Data file', text: (path, bytes) => `${path}, ${bytes} bytes, the same byte for byte as the file published on the site.`, take: 'Save this file' },
  notSaved: 'The browser did not take this file.',
  failed: { title: 'This page was not drawn', text: 'The program failed while drawing this page. The other pages are not affected.' },
  otherRelease: (asked, own) => `The address names release ${asked}; this file holds release ${own} only, and its figures follow. What was said then can be looked up on the site.`,
};
