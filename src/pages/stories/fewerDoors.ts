import { formatPeriod } from '../../i18n/format.ts';
import { missingYears } from '../../view/homeView.ts';
import { doors } from '../doors.ts';
import { seriesOf } from '../lookup.ts';
import { compared, trend, type Story } from './story.ts';
import type { Told } from './teller.ts';

const SITES = 'government-websites';
const LEVELS = 'government-websites-by-level';
const USERS = 'online-government-users';
/** The only two dates on which all seven levels stand beside a total, first and last. */
const [LEVELS_FROM, LEVELS_TO] = ['2017-03', '2018-06'];

export const fewerDoors: Story = {
  id: 'fewer-doors',
  title: ({ page }) => page.words.home.title,
  lead: ({ atlas, page }) => doors(atlas, page).sentence,
  steps(tell) {
    const { page } = tell;
    const words = page.words.stories.fewerDoors;
    const brief = page.words.wall.stories.fewerDoors;

    const sites = seriesOf(tell.at(SITES, '2015-07-07').table).map((figure): Told => ({ table: tell.at(SITES, '2015-07-07').table, figure }));
    const [first, last] = [tell.at(SITES, '2015-07-07'), tell.at(SITES, sites.at(-1)?.figure.period ?? '')];
    const fall = tell.growthOf(first, last);
    const running = tell.at(SITES, '2015-11');
    const fallOfRunning = tell.growthOf(running, last);
    tell.support(fall.fraction < 0 && fallOfRunning.fraction < 0, 'there are fewer government websites');

    const below = [tell.at(LEVELS, LEVELS_FROM, 'below-county'), tell.at(LEVELS, LEVELS_TO, 'below-county')] as const;
    const departments = [tell.at(LEVELS, LEVELS_FROM, 'city-departments'), tell.at(LEVELS, LEVELS_TO, 'city-departments')] as const;
    const countyPortals = [tell.at(LEVELS, LEVELS_FROM, 'county-portals'), tell.at(LEVELS, LEVELS_TO, 'county-portals')] as const;
    const portals = [tell.at(LEVELS, LEVELS_FROM, 'provincial-portals'), tell.at(LEVELS, LEVELS_TO, 'provincial-portals')] as const;
    const [fewer, fewerBelow] = [tell.difference(tell.at(SITES, LEVELS_FROM), tell.at(SITES, LEVELS_TO)), tell.difference(...below)];
    const share = tell.share(fewerBelow, fewer, below[0].table.indicator);
    tell.support(fewer.value < 0 && share.fraction > 0.5, 'most of the sites that went were below county level');
    tell.support(portals[0].figure.value === portals[1].figure.value, 'the number of provincial portals stayed');

    const { table } = tell.at(USERS, '2018-12');
    const people = seriesOf(table).map((figure): Told => ({ table, figure }));
    const broken = table.indicator.methodBreaks?.[0]?.period ?? '';
    const before = people.filter(({ figure }) => figure.period < broken);
    const after = people.filter(({ figure }) => figure.period >= broken);
    const [start, end, one, other] = [after[0], after.at(-1), before[0], before.at(-1)];
    if (!start || !end || !one || !other) throw new Error('the story “fewer-doors” needs users before and after the change of question');
    const rise = tell.growthOf(start, end);
    tell.support(rise.fraction > 0, 'users of online services grew');
    const gap = missingYears(people.map(({ figure }) => figure));

    const levelRows = [below, departments, countyPortals].flat();
    return [
      {
        id: 'websites',
        name: first.table.indicator.name[page.lang],
        sentence: words.websites(tell.value(first), tell.month(first), tell.value(last), tell.when(last), fall.text),
        brief: brief.websites(tell.month(first), fall.text),
        picture: trend(tell, first.table, sites.map(({ figure }) => figure), { tone: 's1' }),
        caveats: [words.merged, words.selfReported, words.running(tell.when(running), tell.value(running), fallOfRunning.text)],
        workings: [fall.working, fallOfRunning.working],
        table: tell.twin(sites),
        source: tell.sources([first, running, last]),
        links: tell.indicatorLinks([SITES]),
      },
      {
        id: 'levels',
        name: below[0].table.indicator.name[page.lang],
        sentence: words.levels(formatPeriod(LEVELS_FROM, page.lang), formatPeriod(LEVELS_TO, page.lang), fewer.text, fewerBelow.text, share.text),
        brief: brief.levels(share.text),
        picture: compared(tell, levelRows.map((told) => ({ key: `${told.figure.seriesId} ${told.figure.period}`, name: told.table.indicator.series?.find(({ id }) => id === told.figure.seriesId)?.name[page.lang] ?? '', when: tell.when(told), text: tell.mark(told), x: told.figure.value, mark: 'measured', isOpen: false }))),
        caveats: [words.portals(tell.value(portals[1])), words.levelsSpan(formatPeriod(LEVELS_FROM, page.lang), formatPeriod(LEVELS_TO, page.lang))],
        workings: [fewer.working, fewerBelow.working, share.working],
        table: tell.twin([...levelRows, ...portals, tell.at(SITES, LEVELS_FROM), tell.at(SITES, LEVELS_TO)]),
        source: tell.sources([...levelRows, tell.at(SITES, LEVELS_FROM), tell.at(SITES, LEVELS_TO)]),
        links: tell.indicatorLinks([LEVELS]),
      },
      {
        id: 'users',
        name: table.indicator.name[page.lang],
        sentence: words.users(tell.value(start), tell.when(start), tell.value(end), tell.when(end), rise.text),
        brief: brief.users(tell.when(start), rise.text),
        picture: trend(tell, table, people.map(({ figure }) => figure), { tone: 's2', breakWord: page.words.home.breakWord, gapWord: gap ? page.say.words.gap(gap.from, gap.to) : '' }),
        caveats: [words.otherQuestion(tell.value(one), tell.when(one), tell.value(other), tell.when(other)), words.whoCounts],
        workings: [rise.working],
        table: tell.twin(people),
        source: tell.sources([start, end]),
        links: tell.indicatorLinks([USERS]),
      },
    ];
  },
};
