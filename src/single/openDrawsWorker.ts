import type { DrawsWorker } from '../islands/sampler.ts';

/** A page opened from a folder has no file that a worker could be; the sampler then draws a little at a time. */
export const openDrawsWorker = (): DrawsWorker => {
  throw new Error('the single file has no worker');
};
