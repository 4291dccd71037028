import type { MapRegionView, MapView } from '../../src/view/mapView.ts';

/** A toy region; its figures are nobody's. */
export const mapRegion = (id: string, given: Partial<MapRegionView> = {}): MapRegionView => ({
  id,
  name: `名${id.slice(0, 2)}`,
  abbr: id.slice(0, 2),
  valueText: '1.5分',
  shortText: '1.5',
  rankText: '第1位，共2',
  classIndex: 2,
  absence: null,
  doubtful: false,
  mark: '',
  asideText: '第1位，共2，2001年',
  spoken: `名${id.slice(0, 2)}，1.5分，第1位，共2，2001年`,
  ...given,
});

export const mapView = (regions: readonly MapRegionView[], given: Partial<MapView> = {}): MapView => ({
  regions: Object.fromEntries(regions.map((region) => [region.id, region])),
  selected: null,
  when: '2001年',
  classCount: 5,
  legend: { edges: ['0', '1', '2', '3', '4', '5'], counts: [0, 0, 2, 0, 0], absences: [], marks: [], unitText: '分', method: '分级：玩具5级' },
  labels: { map: '省级地图', help: '方向键移动', schematic: '示意图', inset: '南海诸岛' },
  ...given,
});
