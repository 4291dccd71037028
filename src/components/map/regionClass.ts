import { MOST_CLASSES, type MapRegionView, type MapView } from '../../view/mapView.ts';

/** Fewer classes than colours are spread over the ramp, so that the lowest and the highest stay far apart. */
const STEPS: readonly (readonly number[])[] = [[], [3], [2, 4], [1, 3, 5], [1, 2, 4, 5], [1, 2, 3, 4, 5]];

/** Class names of a colour class: `seq-3`, or `div-3`. */
export function rampClass(view: Pick<MapView, 'classCount' | 'ramp'>, classIndex: number): string {
  if (view.ramp === 'diverging') return `div-${classIndex + 1}`;
  // More classes than colours: neighbours share one, and their names tell them apart.
  return `seq-${STEPS[view.classCount]?.[classIndex] ?? Math.floor((classIndex * MOST_CLASSES) / view.classCount) + 1}`;
}

/** Class names of a region's area: colour or hatch, and whether its figure is doubtful. */
export function regionClass(view: MapView, region: MapRegionView | undefined): string {
  if (!region) return 'land';
  const fill = region.classIndex === null ? `absent-${region.absence ?? 'notGathered'}` : rampClass(view, region.classIndex);
  return region.doubtful ? `${fill} doubtful` : fill;
}

/** Class name of the text on a region: an ink made for its colour, or, on a hatch, a halo of the ground. */
export const inkClass = (view: MapView, region: MapRegionView): string =>
  region.classIndex === null ? 'ink-halo' : `${rampClass(view, region.classIndex)}-ink`;
