import fc from 'fast-check';

/**
 * Property tests draw the same tables on every machine, so that a change is judged by what it changes.
 * `ATLAS_SEED=random npm run test:unit` looks further; `ATLAS_SEED=<number>` repeats what it found.
 */
const wanted = process.env['ATLAS_SEED'] ?? '20180423';
if (wanted !== 'random') fc.configureGlobal({ seed: Number(wanted) });
