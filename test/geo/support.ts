import { readFileSync } from 'node:fs';
import type { ProvinceTopology, SeaFeatures } from '../../src/geo/outlines.ts';

const region = (file: string): string => readFileSync(new URL(`../../data/regions/${file}`, import.meta.url), 'utf8');

/** The published geometry, read anew each time, so that a test may spoil its copy. */
export const topology = (): ProvinceTopology => JSON.parse(region('provinces.topo.json'));
export const sea = (): SeaFeatures => JSON.parse(region('south-china-sea.geo.json'));
export const tileCsv = (): string => region('tilegrid.csv');
