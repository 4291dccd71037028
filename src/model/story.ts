/** The findings that the site tells, each on a page of its own, in the order in which the front page names them. */
export const STORY_IDS = ['fewer-doors', 'one-big-step', 'fifty-people', 'no-second-source', 'three-networks'] as const;
export type StoryId = (typeof STORY_IDS)[number];
