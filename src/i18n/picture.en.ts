import type { FigureFacts } from '../share/figureFacts.ts';
import type { pictureZh } from './picture.zh.ts';

/** What a file in an archive is. */
const ofFile = (name: string): string => {
  if (name.endsWith('.svg')) return 'the picture at any size; text is outlines';
  if (name.endsWith('.png')) return 'the picture in pixels';
  if (name.endsWith('.csv')) return 'the figures in the picture; UTF-8, commas';
  if (name.endsWith('.xlsx')) return 'the same table as an Excel workbook; its second sheet is about the sources';
  if (name === 'datapackage.json') return 'what the columns are (Data Package v2)';
  if (name.endsWith('.json')) return 'the same table for programs, with its metadata';
  return 'the licence';
};
const releaseOf = ({ release }: FigureFacts): string => (release ? `release ${release.id} (data as read until ${release.date})` : 'unreleased');

export const pictureEn: typeof pictureZh = {
  groups: { picture: 'Picture', data: 'Data', all: 'Everything' },
  format: 'Used for',
  presets: {
    wide: { name: 'Wide 16:9', size: '1920×1080, slides and pages' },
    square: { name: 'Square 1:1', size: '1080×1080, posts' },
    tall: { name: 'Upright 4:5', size: '1080×1350, phone feeds' },
    account: { name: 'WeChat article', size: '900 wide, as high as needed' },
    screen4k: { name: 'Screen 4K', size: '3840×2160' },
    a5: { name: 'Print, A5 width', size: '148 mm at 300 dpi' },
    a4: { name: 'Print, A4 width', size: '210 mm at 300 dpi' },
  },
  theme: 'Ground',
  themes: { light: 'Light', dark: 'Dark' },
  code: 'With a QR code',
  svg: 'Download SVG',
  png: 'Download PNG',
  preview: (title) => `Preview: ${title}`,
  laying: 'Laying out …',
  pictureMade: (width, height) => `The PNG has ${width} × ${height} pixels.`,
  outlined: 'Text in the SVG is outlines: it looks the same where no font is installed.',
  lacking: (characters) => `These characters have no outline and stay text in the SVG, so another computer may set them in another font: ${characters}`,
  noLettersHere: 'The single-file edition has no outlines of letters: text in the SVG stays text, and another computer may set it in another font. Downloads from the site have them.',
  noLetters: 'The outlines of letters could not be fetched: text in the SVG stays text, and another computer may set it in another font. Try again.',
  smallText: (pixels) => `This figure holds much: its smallest letters are about ${pixels} pixels. For larger ones choose “WeChat article” or “Print”.`,
  notMade: 'The picture could not be made. Try again, or choose another format.',
  hold: 'In WeChat, press and hold the picture below and choose “Save image”.',
  heldPicture: (title) => `Picture to press and hold: ${title}`,
  now: 'What is chosen now',
  nowHint: 'As in the table of the figure: the same filter, order and decimals',
  series: 'The whole published series',
  seriesHint: 'The very files in data/, with their sources and statuses',
  json: 'JSON',
  seriesFile: (file) => `${file} (CSV)`,
  package: 'Description (datapackage.json)',
  noTable: 'This figure has no table.',
  kept: 'Their publisher has not allowed these numbers to be handed on: the picture may be quoted, data files are not given.',
  excelCsv: 'CSV (for Excel)',
  all: 'Download ZIP',
  allHint: 'Pictures (SVG, PNG), data (CSV, XLSX, JSON), description, licence and a readme',
  allHintKept: 'Pictures (SVG, PNG), sources and a readme',
  busy: 'Preparing …',
  saved: (file) => `Handed to the browser to save: ${file}`,
  refused: 'The browser did not take this file. Try again.',
  inApp: 'WeChat can’t save files of this kind. Tap “…” at the upper right, open the page in a browser, then download.',
  notFetched: 'A program or file that is needed could not be fetched. Try again.',
  again: 'Try again',
  readUntil: (date) => `Data as read until ${date}`,
  release: (id) => `Release ${id}`,
  unreleased: 'Unreleased',
  moreNotes: (count) => `${count} more notes at the address below`,
  about: {
    title: 'Title',
    indicator: 'Name, unit, period',
    coverage: 'Coverage',
    source: 'Source',
    licence: 'Licence',
    licenceUnknown: 'See the sources page: the licence and reading date of each source stand there',
    limits: 'Limits',
    readUntil: 'Data as read until',
    release: 'Release',
    address: 'Address',
    site: 'Site',
  },
  rightsOf: (site) => `Drawn by ${site}; the licence of the figures is their source’s`,
  licenceText: (facts) =>
    [
      'Licence',
      '',
      `Figures: ${facts.licence === '' ? `the licence of each source stands at ${facts.root}en/sources.html` : facts.licence}`,
      `Sources:\n${facts.sources.map((source) => `  ${source}`).join('\n')}`,
      `Picture: drawn by ${facts.site} (${facts.root}) from these figures; free to use, please keep the source, date and address in it. Outlines of provinces derive from Apache ECharts 4.9.0 (Apache-2.0).`,
    ].join('\n'),
  readMe: (facts, files) =>
    [
      facts.takeaway,
      `${facts.heading}${facts.coverage === '' ? '' : `; ${facts.coverage}`}`,
      '',
      'Files:',
      ...files.map((name) => `  ${name}: ${ofFile(name)}`),
      ...(facts.isKept ? ['', 'Their publisher has not allowed these numbers to be handed on, so there are no data files.'] : []),
      '',
      `Sources:\n${facts.sources.map((source) => `  ${source}`).join('\n')}`,
      ...(facts.limits.length > 0 ? ['', `Limits:\n${facts.limits.map((limit) => `  ${limit}`).join('\n')}`] : []),
      '',
      `How to cite: ${facts.site}: ${facts.heading}, ${releaseOf(facts)}, ${facts.address}. Name the sources above and the day of your visit as well.`,
      '',
      'Statuses: figures have the decimals that the page shows. An empty cell is no figure, never zero; the column of statuses beside it says why: not published (by its publisher), not gathered (perhaps published, not read here), not applicable, not surveyed, suppressed. A figure may have a status too: provisional, estimated, forecast, derived, approximate, lower bound (“over”), upper bound (“under”), doubtful.',
    ].join('\n'),
};
