import { credit } from '../../cite/credit.ts';
import { STORIES, storyPath, storyView } from '../../pages/stories.ts';
import type { StoryPicture, StoryStep } from '../../pages/stories/story.ts';
import { datasetOf, tableOf } from '../../pages/lookup.ts';
import { corpsText, coverageKeys, coveragePicture, datasetNamed } from './coverageScene.ts';
import { firstFitting, shortLimits } from './headlines.ts';
import { dueOf, originOf, sitePath, spokenTakeaway, type DrawnScene, type SceneContext } from './sceneParts.ts';
import type { Beat, ComparedPicture, ScenePicture } from './sceneView.ts';
import { trendPart, trendPicture } from './trendScene.ts';

/** Publishers that a wall names. */
const NAMED = 2;
/** The colour of a step's own line; a step stands alone. */
const TONE = 1;

interface Shown {
  readonly step: StoryStep;
  readonly picture: ScenePicture;
  readonly beat: Pick<Beat, 'keys' | 'aside'>;
}

/** What a wall can show of a step; null: its picture is for a page. */
function shownStep(step: StoryStep, context: SceneContext): Shown | null {
  const { page } = context;
  const words = page.words.wall;
  const { picture } = step;
  switch (picture.kind) {
    case 'trend': {
      const { drawn } = picture;
      const table = tableOf(context.atlas, drawn.indicator);
      const part = trendPart({ ...table, observations: table.observations.filter(({ seriesId, period }) => seriesId === drawn.series && drawn.periods.includes(period)) }, TONE, context);
      return { step, picture: trendPicture([part]), beat: { keys: part.keys.slice(0, 1), aside: part.when } };
    }
    case 'compared':
      return { step, picture: comparedPicture(picture), beat: { keys: [], aside: '' } };
    case 'networks':
      return { step, picture: coveragePicture(picture.view, page), beat: { keys: coverageKeys(picture.view, words), aside: corpsText(picture.view, page.say) } };
    default:
      return null;
  }
}

const comparedPicture = ({ rows, marks }: Extract<StoryPicture, { kind: 'compared' }>): ComparedPicture => ({
  kind: 'compared',
  unit: '',
  rows: rows.map(({ key, name, when, text, share, mark, isOpen }) => ({ id: key, name, when, text, share, mark, isOpen })),
  marks,
});

/** A finding of the site, step by step, as far as a wall can show it. */
export function storyScene({ story: storyId }: { readonly story: string }, context: SceneContext): DrawnScene {
  const { atlas, page } = context;
  const { lang } = page;
  const story = STORIES.find(({ id }) => id === storyId);
  if (!story) throw new Error(`there is no finding “${storyId}”`);
  const view = storyView(story, atlas, page);
  const shown = view.steps.flatMap((step) => shownStep(step, context) ?? []);
  if (shown.length === 0) throw new Error(`no step of the finding “${storyId}” has a picture for a wall`);

  // Which tables the steps rest on is told by where they lead.
  const prefix = page.href('indicator/');
  const ids = [...new Set(shown.flatMap(({ step }) => step.links.flatMap(({ href }) => (href.startsWith(prefix) ? [href.slice(prefix.length).replace(/\.html.*$/, '')] : []))))];
  const tables = ids.map((id) => tableOf(atlas, id));
  const datasets = tables.length > 0 ? tables.map((table) => datasetOf(atlas, table)) : [datasetNamed(atlas, 'coverage')];
  const credited = shown.map(({ step }) => step.source).join(' ');
  const sourceOf = (most: number): string => {
    const publishers = credit(credited, lang, most);
    return publishers === '' ? '' : page.say.words.sourceColon + publishers;
  };
  return {
    name: view.title,
    beats: shown.map(({ step, beat }): Beat => ({
      when: '',
      topline: [view.title, step.name],
      headline: firstFitting([step.brief ?? '', step.name], lang),
      ...beat,
      limits: shortLimits(step.caveats, lang),
      notes: spokenTakeaway({ text: step.sentence, limits: step.caveats }, page),
      path: sitePath(context, storyPath(story), `#${step.id}`),
    })),
    pictures: shown.map(({ picture }) => picture),
    source: sourceOf(NAMED),
    sourceShort: sourceOf(1),
    retrieved: originOf(datasets.map((dataset) => ({ dataset, sourceIds: [] })), page).retrieved,
    due: dueOf(tables, context),
  };
}
