import { pictureEn } from '../i18n/picture.en.ts';
import { pictureZh } from '../i18n/picture.zh.ts';
import type { FigurePicture } from '../picture/figurePicture.ts';
import type { FigureFacts } from '../share/figureFacts.ts';
import { archive, type ArchiveFiles } from './archive.ts';
import { csv } from './csv.ts';
import { dataPackage } from './datapackage.ts';
import { figureSheet } from './figureTable.ts';
import { tableFields, tableJson } from './json.ts';
import { withRelease } from './withRelease.ts';
import { xlsx } from './xlsx.ts';

export type DataWay = 'excel-csv' | 'csv' | 'xlsx' | 'json';

/** What is chosen now, as a file; rejects where the figure has no table. */
export async function dataFileOf(way: DataWay, figure: HTMLElement, facts: FigureFacts, name: string): Promise<Blob> {
  const found = await figureSheet(figure, facts, name);
  if (!found) throw new Error(`${facts.id} has no table`);
  const { sheet, words } = found;
  if (way === 'xlsx') return xlsx(withRelease(sheet, facts.release?.id ?? null, words), words);
  if (way === 'json') return new Blob([tableJson(sheet, facts, words)], { type: 'application/json' });
  return new Blob([csv(sheet, words, { isForExcel: way === 'excel-csv' })], { type: 'text/csv;charset=utf-8' });
}

const bytesOf = async (blob: Blob): Promise<Uint8Array> => new Uint8Array(await blob.arrayBuffer());

/** Both languages: whoever finds the folder later may read either. */
const bothLanguages = (of: (terms: typeof pictureZh) => string): string => `${of(pictureZh)}\n\n${of(pictureEn)}\n`;

/** Picture, table and all that is known about them in one file; without the table where nobody may hand it on. */
export async function archiveOf(figure: HTMLElement, facts: FigureFacts, picture: FigurePicture, name: string): Promise<Blob> {
  const png = await bytesOf(await picture.png());
  const svg = new TextEncoder().encode(picture.svg);
  const found = facts.isKept ? null : await figureSheet(figure, facts, name);
  const licence = bothLanguages((terms) => terms.licenceText(facts));
  const files: Record<string, string | Uint8Array> = { [`${name}.svg`]: svg, [`${name}.png`]: png };
  if (found) {
    const { sheet, words } = found;
    const plain = new TextEncoder().encode(csv(sheet, words, { isForExcel: false }));
    const json = new TextEncoder().encode(tableJson(sheet, facts, words));
    files[`${name}.csv`] = plain;
    files[`${name}.json`] = json;
    files[`${name}.xlsx`] = await bytesOf(await xlsx(withRelease(sheet, facts.release?.id ?? null, words), words));
    files['datapackage.json'] = dataPackage(facts, {
      name,
      fields: tableFields(sheet, words),
      csv: { path: `${name}.csv`, mediatype: 'text/csv', bytes: plain.length },
      json: { path: `${name}.json`, mediatype: 'application/json', bytes: json.length },
      pictures: [
        { path: `${name}.svg`, mediatype: 'image/svg+xml', bytes: svg.length },
        { path: `${name}.png`, mediatype: 'image/png', bytes: png.length },
      ],
      licencePath: 'LICENSE.txt',
      description: [facts.heading, facts.coverage, ...facts.limits].filter((text) => text !== '').join('\n'),
    });
  }
  const names = Object.keys(files);
  const whole: ArchiveFiles = { ...files, 'LICENSE.txt': licence, 'README.txt': bothLanguages((terms) => terms.readMe(facts, [...names, 'LICENSE.txt'])) };
  return archive(name, whole, facts.release?.date ?? null);
}
