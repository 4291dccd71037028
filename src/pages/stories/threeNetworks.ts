import { formatList, formatPeriod } from '../../i18n/format.ts';
import { seriesOf } from '../lookup.ts';
import { coverageOf } from '../networks.ts';
import { coverageHeadline } from '../../view/wall/headlines.ts';
import { compared, type Story } from './story.ts';
import type { Teller, Told } from './teller.ts';

const DEPARTMENTS = 'sharing-platform-departments';
const INTERFACES = 'sharing-platform-interfaces';

function facts(tell: Teller) {
  const { table } = tell.at(DEPARTMENTS, '2018-10');
  const departments = seriesOf(table).map((figure): Told => ({ table, figure }));
  const [first, last] = [tell.at(INTERFACES, '2018-04'), tell.at(INTERFACES, '2018-10')];
  const [earliest, latest] = [departments[0], departments.at(-1)];
  if (!earliest || !latest) throw new Error('the story “three-networks” needs the departments of the sharing platform');
  tell.support(departments.every(({ figure }) => figure.value === latest.figure.value), 'the number of departments stayed');
  tell.support(first.figure.precision === 'exact' && last.figure.value >= 1000 && last.figure.value > first.figure.value, 'interfaces passed a thousand');
  return { departments, first, last, latest };
}

export const threeNetworks: Story = {
  id: 'three-networks',
  title: ({ page }) => page.words.stories.threeNetworks.title,
  lead(tell) {
    const { first, last, latest } = facts(tell);
    return tell.page.words.stories.threeNetworks.lead(tell.value(latest), tell.value(first), tell.when(first), tell.value(last), tell.when(last));
  },
  steps(tell) {
    const { atlas, page } = tell;
    const { lang } = page;
    const words = page.words.stories.threeNetworks;
    const { departments, first, last, latest } = facts(tell);
    const coverage = coverageOf(atlas, page);
    const counted = coverage.view.networks.map(({ id, name, departments: n, departmentsText, when }) => ({ key: id, name, when, n: n ?? 0, text: departmentsText }));
    tell.support(counted.every(({ n }) => n > 0), 'each network says how many departments it has');
    const coverageLink = [{ label: page.words.coverage.more, href: page.href('coverage.html') }];
    const bar = (told: Told, isOpen: boolean) => ({ key: told.figure.period, name: tell.when(told), when: '', text: tell.mark(told), x: told.figure.value, mark: 'measured' as const, isOpen });
    return [
      {
        id: 'connected',
        name: words.connectedName,
        sentence: coverage.view.title,
        brief: coverageHeadline(coverage.view, page),
        picture: { kind: 'networks', view: coverage.view },
        caveats: [page.words.coverage.dateNote],
        workings: [],
        table: coverage.view.table,
        source: coverage.source,
        links: coverageLink,
      },
      {
        id: 'definitions',
        name: words.definitionsName,
        sentence: words.definitions(formatList(counted.map(({ text }) => text), lang)),
        picture: { kind: 'waffles', rows: counted },
        caveats: [words.definitionsNote],
        workings: [],
        table: coverage.view.announcements,
        source: coverage.source,
        links: coverageLink,
      },
      {
        id: 'interfaces',
        name: words.interfacesName,
        sentence: words.interfaces(tell.value(latest), tell.when(first), tell.value(first), tell.when(last), tell.value(last)),
        brief: page.words.wall.stories.threeNetworks.interfaces(tell.value(latest), tell.value(last)),
        picture: compared(tell, [bar(first, first.figure.precision === 'lowerBound'), bar(last, last.figure.precision === 'lowerBound')]),
        caveats: [words.bound, words.speech, words.still(formatList(departments.map(({ figure }) => formatPeriod(figure.period, lang)), lang))],
        workings: [],
        table: tell.twin([...departments, first, last]),
        source: tell.sources([latest, first, last]),
        links: tell.indicatorLinks([DEPARTMENTS, INTERFACES]),
      },
    ];
  },
};
