import type { Atlas } from '../model/atlas.ts';
import { pageContext, type PageContext } from '../prerender/pageContext.ts';
import type { NamedPage } from '../prerender/searchIndex.ts';
import { fewerDoors } from './stories/fewerDoors.ts';
import { fiftyPeople } from './stories/fiftyPeople.ts';
import { noSecondSource } from './stories/noSecondSource.ts';
import { oneBigStep } from './stories/oneBigStep.ts';
import type { Story, StoryStep } from './stories/story.ts';
import { teller } from './stories/teller.ts';
import { threeNetworks } from './stories/threeNetworks.ts';

/** The findings, in the order in which the front page tells them; the first leads it. */
export const STORIES: readonly Story[] = [fewerDoors, oneBigStep, fiftyPeople, noSecondSource, threeNetworks];

/** A finding in a list: what it says, and its number in words. */
export interface Finding {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly href: string;
}

/** A finding's page, finished. */
export interface StoryView {
  readonly id: string;
  readonly title: string;
  readonly lead: string;
  readonly steps: readonly StoryStep[];
  readonly others: readonly Finding[];
}

export const storyPath = ({ id }: Pick<Story, 'id'>): string => `story/${id}.html`;

export const findings = (atlas: Atlas, page: PageContext): readonly Finding[] =>
  STORIES.map((story) => {
    const tell = teller(atlas, page, story.id);
    return { id: story.id, title: story.title(tell), text: story.lead(tell), href: page.href(storyPath(story)) };
  });

export function storyView(story: Story, atlas: Atlas, page: PageContext): StoryView {
  const tell = teller(atlas, page, story.id);
  return { id: story.id, title: story.title(tell), lead: story.lead(tell), steps: story.steps(tell), others: findings(atlas, page).filter(({ id }) => id !== story.id) };
}

/** What search calls them. */
export const namedStories = (atlas: Atlas): readonly NamedPage[] => {
  const titled = (story: Story, lang: 'zh' | 'en') => story.title(teller(atlas, pageContext(storyPath(story), lang), story.id));
  return STORIES.map((story) => ({ path: storyPath(story), title: { zh: titled(story, 'zh'), en: titled(story, 'en') } }));
};
