import type { DrawsWorker } from './sampler.ts';

/** A module of its own: the single file, which can open none, has another in its place. */
export const openDrawsWorker = (): DrawsWorker => new Worker(new URL('./drawsWorker.ts', import.meta.url), { type: 'module' });
