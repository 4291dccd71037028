import { expect, test } from 'vitest';
import { landNeighbours } from '../../src/geo/landNeighbours.ts';
import { topology } from './support.ts';

const borders = landNeighbours(topology());
const NAMES: Readonly<Record<string, string>> = {
  110000: '京', 120000: '津', 130000: '冀', 140000: '晋', 150000: '蒙', 210000: '辽', 220000: '吉', 230000: '黑', 310000: '沪', 320000: '苏', 330000: '浙', 340000: '皖', 350000: '闽', 360000: '赣', 370000: '鲁', 410000: '豫', 420000: '鄂', 430000: '湘',
  440000: '粤', 450000: '桂', 460000: '琼', 500000: '渝', 510000: '川', 520000: '贵', 530000: '云', 540000: '藏', 610000: '陕', 620000: '甘', 630000: '青', 640000: '宁', 650000: '新', 710000: '台', 810000: '港', 820000: '澳',
};
const named = (id: string) => (borders[id] ?? []).map((other) => NAMES[other]).join('');

test.each([
  { says: '广东 borders 福建, 江西, 湖南, 广西, 香港 and 澳门; 海南 lies across the sea', id: '440000', are: '闽赣湘桂港澳' },
  { says: '海南 has no neighbour on land', id: '460000', are: '' },
  { says: '台湾 has none either', id: '710000', are: '' },
  { says: '北京 lies within 河北 and beside 天津', id: '110000', are: '津冀' },
  { says: '陕西 and 内蒙古 have the most: eight', id: '610000', are: '晋蒙豫鄂渝川甘宁' },
  { says: '内蒙古 reaches from 黑龙江 to 甘肃', id: '150000', are: '冀晋辽吉黑陕甘宁' },
  { says: '西藏 borders 四川, 云南, 青海 and 新疆', id: '540000', are: '川云青新' },
  { says: '香港 borders 广东 alone', id: '810000', are: '粤' },
])('$says', ({ id, are }) => expect(named(id)).toBe(are));

test('a border has two sides', () => {
  for (const [id, others] of Object.entries(borders)) for (const other of others) expect(borders[other], `${NAMES[other] ?? other} borders ${NAMES[id] ?? id}`).toContain(id);
});
