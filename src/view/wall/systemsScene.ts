import { halfOf, periodToYears } from '../../i18n/format.ts';
import { FORUMS } from '../../pages/claims.ts';
import { FORUM_DAYS, MOST_SYSTEMS } from '../../pages/systems.ts';
import { densestSpan } from '../timelineView.ts';
import { datasetNamed } from './coverageScene.ts';
import { firstFitting } from './headlines.ts';
import { originOf, rounded, sitePath, type DrawnScene, type SceneContext } from './sceneParts.ts';
import type { SystemsPicture } from './sceneView.ts';

/** “国家政务服务平台（全国一体化在线政务服务平台）” by its first name. */
const shortName = (name: string): string => name.replace(/\s*[（(].*$/u, '') || name;

/** The systems behind the figures, a lane a kind, by the year in which each began; one without a known year is counted, never placed. */
export function systemsScene(context: SceneContext): DrawnScene {
  const { atlas, page } = context;
  const { lang, say } = page;
  const words = page.words.wall;
  const terms = page.words.catalogue;
  const { systems } = atlas;
  const dataset = datasetNamed(atlas, 'systems');
  const dated = systems.flatMap((system) => (system.startYear === undefined ? [] : [{ ...system, year: Number(system.startYear.slice(0, 4)) }])).sort((one, other) => one.year - other.year);
  const kinds = [...new Set(systems.map(({ kind }) => kind))].filter((kind) => dated.some((system) => system.kind === kind));
  const kindName = (kind: string): string => page.words.systems.kinds[kind] ?? kind;
  const span = densestSpan(dated.map(({ year }) => year), MOST_SYSTEMS);
  const undated = systems.length - dated.length;
  const moments = FORUMS.flatMap((forum) => {
    const day = atlas.claims.find(({ id }) => id === FORUM_DAYS[forum]);
    return day ? [{ id: forum, name: terms.forums[forum], x: rounded(periodToYears(day.value)) }] : [];
  });
  const years = dated.map(({ year }) => year);
  const picture: SystemsPicture = {
    kind: 'systems',
    from: Math.min(...years),
    to: Math.ceil(Math.max(...years.map((year) => year + 1), ...moments.map(({ x }) => x))),
    items: dated.map((system) => ({
      id: system.id,
      name: shortName(system.name[lang]),
      year: system.year,
      lane: kinds.indexOf(system.kind),
      isForum: system.kind === 'forum',
      spoken: terms.say(system.name[lang], kindName(system.kind), system.startYear ?? '', halfOf(system.owner, lang)),
    })),
    lanes: kinds.map(kindName),
    moments,
    undated: undated === 0 ? '' : words.undated(undated),
  };
  const sourceIds = dated.flatMap(({ startSource }) => (startSource ?? '').split('|'));
  const headline = span ? words.began(span.count, dated.length, String(span.from), String(span.to)) : words.noYears;
  return {
    name: words.systemsName,
    beats: [
      {
        when: '',
        topline: [words.systemsName, words.noYears],
        headline: firstFitting([headline, words.noYears], lang),
        keys: [{ value: String(systems.length), unit: words.systemsUnit, label: words.systemsKey, tone: null }],
        aside: '',
        limits: [],
        notes: [terms.sentence(systems.length, dated.length, dated[0]?.startYear ?? '', undated), ...(span ? [terms.span(span.count, dated.length, String(span.from), String(span.to)) + say.words.end] : [])].join(lang === 'zh' ? '' : ' '),
        path: sitePath(context, 'systems.html'),
      },
    ],
    pictures: [picture],
    ...originOf([{ dataset, sourceIds }], page),
    due: null,
  };
}
