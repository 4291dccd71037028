import type { Release } from '../model/release.ts';
import { theCarried } from './carried.ts';

/** Worked out when the file was made, and carried with it. */
export const releaseOf = (): Release => theCarried().facts.release;
