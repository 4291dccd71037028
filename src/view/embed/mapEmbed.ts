import { formatPeriod } from '../../i18n/format.ts';
import type { Say } from '../../i18n/say.ts';
import type { IndicatorTable } from '../../model/indicator.ts';
import { ABSENCES } from '../../model/observation.ts';
import type { Region } from '../../model/region.ts';
import { mappablePeriods } from '../../query/select.ts';
import type { MapLegendView, MapRegionView, MapView } from '../mapView.ts';
import { provinceView } from '../provinceView.ts';
import type { EmbedFrame, EmbedLegend, EmbedRow } from './embedView.ts';

export interface MapEmbedInput {
  readonly table: IndicatorTable;
  /** The 34 province-level regions and the Corps. */
  readonly regions: readonly Region[];
  /** Class name of a region's colour or hatch. */
  readonly toneOf: (view: MapView, region: MapRegionView) => string;
  readonly sourceOf: (ids: readonly string[]) => string;
}

export interface MapEmbed {
  /** Earliest first. */
  readonly frames: readonly EmbedFrame[];
  /** The latest, which is drawn. */
  readonly shown: EmbedFrame;
  readonly legend: EmbedLegend;
  readonly abbreviations: Readonly<Record<string, string>>;
  readonly names: Readonly<Record<string, string>>;
  readonly labels: MapView['labels'];
}

/** Colours, edges, and every kind of absence or mark that any period has: a period hides what it has not. */
function legendOf(legends: readonly MapLegendView[], tones: readonly string[]): EmbedLegend {
  const last = legends.at(-1);
  const marks = new Map(legends.flatMap((one) => one.marks.map((mark) => [mark.mark, mark])));
  const absences = legends.flatMap((one) => one.absences);
  return {
    tones,
    edges: last?.bandNames ? [] : (last?.edges ?? []),
    names: last?.bandNames ?? [],
    absences: ABSENCES.flatMap((kind) => {
      const found = absences.find((one) => one.kind === kind);
      return found ? [{ kind, label: found.label }] : [];
    }),
    marks: [...marks.values()],
  };
}

/** A map of provinces in each of its periods. */
export function mapEmbed({ table, regions, toneOf, sourceOf }: MapEmbedInput, rampOf: (view: MapView, index: number) => string, say: Say): MapEmbed {
  const views = mappablePeriods(table).map((period) => ({ period, view: provinceView({ table, period, regions, selected: null }, say) }));
  const bandsOf = ({ view }: (typeof views)[number]): string => (view.map.legend.bandNames ?? []).join();
  const hasOwnBands = new Set(views.map(bandsOf)).size > 1;
  const frames = views.map(({ period, view }): EmbedFrame => {
    const places = new Map(view.bars.rows.map(({ id, rank }) => [id, rank]));
    const ordered = [...view.bars.rows.flatMap(({ id }) => view.map.regions[id] ?? []), ...Object.values(view.map.regions)];
    const present = [...new Map(ordered.map((region) => [region.id, region])).values()];
    const rows = [...present.filter(({ absence }) => absence === null), ...present.filter(({ absence }) => absence !== null)];
    const { bandNames } = view.map.legend;
    return {
      period,
      ...(bandNames && hasOwnBands ? { classes: bandNames.map((name, index) => [rampOf(view.map, index), name] as const) } : {}),
      when: formatPeriod(period, say.lang),
      heading: view.heading,
      coverage: view.coverage,
      takeaway: view.takeaway.text,
      limits: view.takeaway.limits,
      rows: rows.map((region): EmbedRow => [region.id, places.get(region.id) ?? '', region.shortText + region.mark, toneOf(view.map, region), 0, [region.valueText, region.asideText].filter(Boolean).join(say.words.comma)]),
      source: sourceOf(view.sourceIds),
    };
  });
  const last = views.at(-1);
  const shown = frames.at(-1);
  if (!last || !shown) throw new Error(`${table.indicator.id} has no period that can be mapped`);
  const regionViews = Object.values(last.view.map.regions);
  return {
    frames,
    shown,
    legend: legendOf(views.map(({ view }) => view.map.legend), Array.from({ length: last.view.map.classCount }, (_, index) => rampOf(last.view.map, index))),
    abbreviations: Object.fromEntries(regionViews.map(({ id, abbr }) => [id, abbr])),
    names: Object.fromEntries(regionViews.map(({ id, name }) => [id, name])),
    labels: last.view.map.labels,
  };
}

