import { loadText } from '../ingest/load.ts';
import { readDataset } from '../ingest/readDataset.ts';
import { readObservations } from '../ingest/readObservations.ts';
import type { Indicator, IndicatorTable } from '../model/indicator.ts';
import type { Region } from '../model/region.ts';
import { published } from '../state/place.ts';
import type { StandingEntry } from './checkContext.ts';
import { isJsonObject, type StandingEdition } from './editionFiles.ts';

/** The table that stands now, as its files and as figures. */
export interface Standing {
  readonly edition: StandingEdition;
  /** Null: its figures are not handed on. */
  readonly table: IndicatorTable | null;
}

/** Fetches what stands now. Rejects with a `LoadError`. */
export async function loadStanding({ dataset, file, sha256, redistributable }: StandingEntry, indicator: Indicator, base: string, regions: readonly Region[]): Promise<Standing> {
  const data = `${base}data/`;
  const packageFile = `${dataset}/datapackage.json`;
  const [packageText, csv] = await Promise.all([loadText({ base: data, file: packageFile, fetcher: published }), redistributable ? loadText({ base: data, file, sha256, fetcher: published }) : null]);
  const json: unknown = JSON.parse(packageText);
  const { sources, resources } = readDataset({ file: packageFile, text: packageText, id: dataset });
  const resource = resources.find((one) => one.file === file);
  const observations = csv === null || !resource ? null : readObservations({ file, text: csv, resource, indicator, regions, aliases: [], sources }).observations;
  return { edition: { dataset, file, csv: csv ?? '', packageJson: isJsonObject(json) ? json : {} }, table: observations && { indicator, dataset, file, observations } };
}
