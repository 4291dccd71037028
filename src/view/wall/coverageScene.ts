import type { Say } from '../../i18n/say.ts';
import type { Atlas } from '../../model/atlas.ts';
import type { Dataset } from '../../model/dataset.ts';
import { CORPS } from '../../model/region.ts';
import { coverageOf } from '../../pages/networks.ts';
import type { PageContext } from '../../prerender/pageContext.ts';
import type { CoverageView } from '../coverageView.ts';
import { whole } from '../sentences/phrases.ts';
import { coverageHeadline, provincesOnAll, shortLimits, type WallWords } from './headlines.ts';
import { originOf, sitePath, spokenTakeaway, type DrawnScene, type SceneContext } from './sceneParts.ts';
import type { CoveragePicture, KeyFigure } from './sceneView.ts';

export const coveragePicture = (view: CoverageView, { words: { wall: words, coverage } }: Pick<PageContext, 'words'>): CoveragePicture => ({
  kind: 'coverage',
  networks: view.networks.map(({ id, name, when, groups, departments, departmentsText, regions }) => ({
    id,
    name,
    when,
    groups,
    departments: departments === null ? words.departmentsUnsaid : words.departments(departmentsText),
    regions: regions === coverage.unsaid ? words.regionsUnsaid : words.regions(regions),
  })),
  legend: view.legend,
});

/** How many provinces are on every network. */
export function coverageKeys(view: CoverageView, words: WallWords): readonly KeyFigure[] {
  const { onAll } = provincesOnAll(view);
  return onAll === 0 ? [] : [{ value: String(onAll), unit: words.provincesUnit, label: words.onAllKey, tone: null }];
}

/** The Corps is told apart from the provinces. */
export function corpsText({ networks }: CoverageView, { words }: Say): string {
  const corps = networks.flatMap(({ groups }) => groups.flatMap(({ tiles }) => tiles.filter(({ id }) => id === CORPS)));
  const on = corps.filter(({ kind }) => kind !== 'unsaid').length;
  return corps.length === 0 ? '' : whole(words.sentences.corps(on, corps.length - on), '');
}

/** A folder of `data/` that pages rest on. */
export function datasetNamed(atlas: Atlas, name: string): Dataset {
  const found = atlas.datasets.find(({ id }) => id === name);
  if (!found) throw new Error(`data/${name}/datapackage.json was not read`);
  return found;
}

/** Who is on the national networks. */
export function coverageScene(context: SceneContext): DrawnScene {
  const { atlas, page } = context;
  const words = page.words.wall;
  const { view, text } = coverageOf(atlas, page);
  return {
    name: words.coverageName,
    beats: [
      {
        when: '',
        topline: [words.coverageName, text],
        headline: coverageHeadline(view, page),
        keys: coverageKeys(view, words),
        aside: corpsText(view, page.say),
        limits: shortLimits([words.connectedBy, words.threeDefinitions], page.lang),
        notes: spokenTakeaway(view.takeaway, page),
        path: sitePath(context, 'coverage.html'),
      },
    ],
    pictures: [coveragePicture(view, page)],
    ...originOf([{ dataset: datasetNamed(atlas, 'coverage'), sourceIds: view.sourceIds }], page),
    due: null,
  };
}
