// How long 10,000 draws of weights take for 31 regions and 10 indicators, beside the same scores sorted the plain way
// (arrays of numbers, one sort a draw). `npm run bench:draws` prints medians and, what alone can be compared between
// machines, their ratio.
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import fs from 'node:fs';
import os from 'node:os';
import { build } from 'vite';

const here = path.dirname(fileURLToPath(import.meta.url));
const REGIONS = 31;
const RUNS = 15;

/** The query as the browser gets it: one module, and nothing is left behind. */
async function drawsModule() {
  process.env.NODE_ENV = 'production';
  const built = await build({
    configFile: false,
    logLevel: 'error',
    build: { write: false, target: 'es2020', lib: { entry: path.join(here, '../../src/query/draws.ts'), formats: ['es'] } },
  });
  const file = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'draws-')), 'draws.mjs');
  fs.writeFileSync(file, [built].flat()[0].output[0].code);
  try {
    return await import(pathToFileURL(file).href);
  } finally {
    fs.rmSync(path.dirname(file), { recursive: true });
  }
}

function plainPlaces({ figures, weights, count }) {
  const rows = Array.from({ length: REGIONS }, (_, region) => Array.from(figures.subarray(region * weights.length, (region + 1) * weights.length)));
  const counts = rows.map(() => rows.map(() => 0));
  for (let draw = 0; draw < count; draw += 1) {
    const drawn = weights.map((weight) => weight * (0.75 + 0.5 * Math.random()));
    const total = drawn.reduce((sum, weight) => sum + weight, 0);
    const shares = drawn.map((weight) => weight / total);
    const scores = rows.map((row, region) => {
      const present = row.map((figure, at) => ({ figure, share: shares[at] })).filter(({ figure }) => !Number.isNaN(figure));
      return { region, score: present.reduce((sum, { figure, share }) => sum + figure * share, 0) / present.reduce((sum, { share }) => sum + share, 0) };
    });
    scores.sort((one, other) => other.score - one.score).forEach(({ region }, place) => (counts[region][place] += 1));
  }
  return counts;
}

function median(run) {
  const times = Array.from({ length: RUNS }, () => {
    const start = performance.now();
    run();
    return performance.now() - start;
  });
  return times.sort((one, other) => one - other)[Math.floor(RUNS / 2)];
}

const { drawPlaces, DRAW_COUNT, DRAW_SEED } = await drawsModule();
const line = (cells) => console.log(cells.map((text, index) => (index === 0 ? text.padEnd(40) : text.padStart(12))).join(''));
console.log(`Medians of ${RUNS} runs in milliseconds: ${REGIONS} regions, ${DRAW_COUNT} draws.`);
line(['', 'ours', 'plain', 'ratio']);
for (const { columns, scheme, gaps } of [{ columns: 4, scheme: 'near', gaps: 0 }, { columns: 10, scheme: 'near', gaps: 0 }, { columns: 10, scheme: 'any', gaps: 0 }, { columns: 10, scheme: 'near', gaps: 20 }]) {
  // Toy figures: any will do, but the same ones in every run.
  const figures = Float64Array.from({ length: REGIONS * columns }, (_, at) => (at * 7919) % 101);
  for (let gap = 0; gap < gaps; gap += 1) figures[gap * 13] = NaN;
  const task = { figures, weights: Array.from({ length: columns }, () => 50), scheme, count: DRAW_COUNT, seed: DRAW_SEED };
  const [ours, plain] = [median(() => drawPlaces(task)), median(() => plainPlaces(task))];
  line([`${columns} indicators, ${scheme}${gaps > 0 ? `, ${gaps} gaps` : ''}`, ours.toFixed(1), plain.toFixed(1), (ours / plain).toFixed(2)]);
}
