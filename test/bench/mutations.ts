// How many of the mistakes that people make in tables are found, and how many doubts are false: every mistake is put into
// real tables, drawn by how many figures they have. `npm run bench:mutations -- 200` puts each in 200 times.
import { findDoubts } from '../../src/doubts/findDoubts.ts';
import { cellText, type Doubt } from '../../src/model/doubt.ts';
import type { IndicatorTable } from '../../src/model/indicator.ts';
import { readAtlas } from '../../src/prerender/readAtlas.ts';
import { seededRandom } from '../../src/query/seededRandom.ts';
import { hasNeighbours, MISTAKES } from '../doubts/mistakes.ts';

export function main([times = '100']: readonly string[], print: (line: string) => void): number {
  const { atlas } = readAtlas('data');
  const retrieved = new Map(atlas.datasets.map((one) => [one.id, one.retrieved]));
  const doubtsOf = (table: IndicatorTable): readonly Doubt[] => findDoubts({ table, tables: atlas.tables, regions: atlas.regions, retrieved: retrieved.get(table.dataset) ?? '' });
  const tables = atlas.tables.filter(hasNeighbours);
  const figures = tables.flatMap((table) => table.observations.filter(({ value }) => value !== null).map(() => table));
  const told = (doubt: Doubt): string => `${doubt.kind} ${cellText(doubt.cell)}`;
  const before = new Map(tables.map((table) => [table, new Set(doubtsOf(table).map(told))]));
  let [made, found, aside] = [0, 0, 0];
  for (const [name, mistake] of Object.entries(MISTAKES)) {
    const random = seededRandom(name.length * 7919);
    let [own, seen, off] = [0, 0, 0];
    for (let tries = 0; own < Number(times) && tries < Number(times) * 50; tries += 1) {
      const table = figures[Math.floor(random() * figures.length)];
      const mistaken = table && mistake(table, random);
      if (!table || !mistaken) continue;
      const doubts = doubtsOf(mistaken.table).filter((doubt) => !before.get(table)?.has(told(doubt)));
      // A period that copies another names both: which is the copy, the figures can't say.
      const isAbout = ({ kind, cell, args }: Doubt): boolean => [cell, ...(kind === 'copiedPeriod' ? [{ ...cell, period: args.other }] : [])].some((one) => mistaken.wrong.has(cellText(one)));
      own += 1;
      if (doubts.some(isAbout)) seen += 1;
      if (doubts.some((doubt) => !isAbout(doubt))) off += 1;
    }
    print(`${name.padEnd(36)} ${String(seen).padStart(5)} of ${own}${off > 0 ? `, ${off} with a doubt elsewhere too` : ''}`);
    [made, found, aside] = [made + own, found + seen, aside + off];
  }
  const figuresInAll = atlas.tables.reduce((sum, { observations }) => sum + observations.length, 0);
  print(`${found} of ${made} mistakes found (${((found / made) * 100).toFixed(1)} %); ${aside} of ${made} (${((aside / made) * 100).toFixed(1)} %) also raised a doubt about another figure`);
  print(`In the published data: ${atlas.tables.reduce((sum, table) => sum + doubtsOf(table).length, 0)} doubts in ${figuresInAll} observations, ${atlas.explained.length} of them explained`);
  return 0;
}
