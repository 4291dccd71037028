import type { embeddingZh } from './embedding.zh.ts';
import { SECOND } from './second.ts';

export const embeddingEn: typeof embeddingZh = {
  lead: 'Paste this into the article; source, unit, period and date of the data always stay in the figure.',
  kind: 'Snippet',
  kinds: {
    iframe: { name: 'Frame only', note: 'for any editing system; height reserved for every width' },
    resizing: { name: 'Frame and one line of script', note: 'the frame grows when a reader opens the table' },
    element: { name: 'Custom element', note: '<egov-figure>, choices as attributes' },
  },
  state: 'Data',
  states: {
    live: { name: 'Follows the data', note: 'the address remembers today’s release; later changes are told' },
    frozen: { name: 'Frozen at this release', note: 'never changes; one line more when there are newer figures' },
  },
  frozenIsPlain: 'A frozen figure shows its release’s own period, not another chosen today; a region picked out comes with it.',
  theme: 'Looks',
  themes: { auto: 'As the reader’s', light: 'Light', dark: 'Dark' },
  lang: 'Language',
  langs: { zh: '中文', en: SECOND.name },
  transparent: 'No ground of its own',
  hideTable: 'Without the table',
  preview: 'As it will look',
  width: (pixels) => `${pixels} px wide`,
  previewName: (title, pixels) => `${title}, preview ${pixels} px wide`,
  code: 'Snippet',
  codeLabel: 'Snippet to paste into the article',
  measuring: 'Measuring heights…',
  measured: (narrow, leap, middle, wide) => `Heights measured: ${narrow} px at a width of 320, ${leap} at 559, ${middle} at 640, ${wide} at 900; one line more is reserved.`,
  unmeasured: 'The preview did not open, so usual heights are used; open this window again later to measure.',
  copy: 'Copy snippet',
  copied: 'Snippet copied; paste it into the article.',
  copyRefused: 'The browser refused to copy. Select the snippet and copy it with the keyboard.',
  open: 'Open alone',
  more: 'All options and how to',
};
