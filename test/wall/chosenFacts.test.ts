import { expect, test } from 'vitest';
import { chosenFacts } from '../../src/wall/chosenFacts.ts';
import type { MapPicture, RankingPicture, ScenePicture, WallRegion } from '../../src/view/wall/sceneView.ts';

const region = (spoken: string): WallRegion => ({ classIndex: 0, absence: null, isDoubtful: false, shortText: '1', spoken });
const frame = (spoken: string) => ({ regions: { a: region(spoken) }, counts: [1], absences: [], told: [], lit: 0 });
const MAP: MapPicture = {
  kind: 'map', names: { a: { name: 'Alpha', abbr: 'A' } }, unit: '%', classCount: 1, ramp: 'sequence', edges: ['0', '2'], bandNames: [],
  frames: [frame('Alpha: 1 in the first year'), frame('Alpha: 2 in the second year')], labels: { map: '', schematic: '', inset: '', legend: '' },
};
const RANKING: RankingPicture = {
  kind: 'ranking', unit: '', classCount: 1, cut: { before: '', after: '' }, label: '',
  frames: [{ rows: [{ id: 'a', name: 'Alpha', place: '1', text: '5', from: 0, to: 1, classIndex: 0, isDoubtful: false, bound: null, moved: null, movedText: '', spoken: 'Alpha, 5, first of 1' }], unranked: [{ id: 'b', name: 'Beta', text: 'not gathered', absence: 'notGathered' }] }],
};
const COVERAGE: ScenePicture = {
  kind: 'coverage', legend: [],
  networks: ['one', 'two'].map((id) => ({ id, name: id, when: '', departments: '', regions: '', groups: [{ name: '', tiles: [{ id: 'a', abbr: 'A', kind: 'first' as const, spoken: `Alpha on network ${id}` }] }] })),
};

test.each([
  { says: 'a map tells of the period that stands', picture: MAP, at: 1, id: 'a', told: { name: 'Alpha', lines: ['Alpha: 2 in the second year'] } },
  { says: 'a map of one frame tells of that', picture: MAP, at: 7, id: 'a', told: { name: 'Alpha', lines: ['Alpha: 1 in the first year'] } },
  { says: 'a ranked region tells its rank', picture: RANKING, at: 0, id: 'a', told: { name: 'Alpha', lines: ['Alpha, 5, first of 1'] } },
  { says: 'one that is not ranked tells why', picture: RANKING, at: 0, id: 'b', told: { name: 'Beta', lines: ['not gathered'] } },
  { says: 'a region of the networks tells of each', picture: COVERAGE, at: 0, id: 'a', told: { name: 'A', lines: ['Alpha on network one', 'Alpha on network two'] } },
  { says: 'what the scene does not know is told as nothing', picture: MAP, at: 0, id: 'constructor', told: null },
  { says: 'nor does a ranking', picture: RANKING, at: 0, id: 'z', told: null },
])('$says', ({ picture, at, id, told }) => {
  expect(chosenFacts(picture, at, id)).toEqual(told);
});
