import { missingYears } from '../../view/homeView.ts';
import { seriesOf } from '../lookup.ts';
import { compared, trend, type ComparedRow, type Story } from './story.ts';
import type { Teller, Told } from './teller.ts';

const USERS = 'online-government-users';
const RATE = 'online-government-usage-rate';
const NETIZENS = 'internet-users-cnnic';

/** From the change of question on: two years, then all the rest. */
function sections(tell: Teller) {
  const [from, middle, to] = [tell.at(USERS, '2018-12'), tell.at(USERS, '2020-12'), tell.at(USERS, '2024-12')];
  const [first, second] = [tell.difference(from, middle), tell.difference(middle, to)];
  tell.support(first.value > second.value, 'users rose more in the two years to 2020 than in the four years after');
  return { from, middle, to, first, second };
}

export const oneBigStep: Story = {
  id: 'one-big-step',
  title: ({ page }) => page.words.stories.oneBigStep.title,
  lead(tell) {
    const { from, middle, to, first, second } = sections(tell);
    return tell.page.words.stories.oneBigStep.lead(tell.when(from), tell.when(middle), tell.when(to), first.text, second.text);
  },
  steps(tell) {
    const { page } = tell;
    const { lang } = page;
    const words = page.words.stories.oneBigStep;
    const brief = page.words.wall.stories.oneBigStep;
    const { from, middle, to, first, second } = sections(tell);
    const { table } = from;
    const people = seriesOf(table).filter(({ period }) => period >= from.figure.period).map((figure): Told => ({ table, figure }));
    const figures = people.map(({ figure }) => figure);
    const gap = missingYears(figures);

    const early = tell.at(USERS, '2020-03');
    const before = tell.at(USERS, '2019-06');
    const part = tell.difference(from, early);
    const share = tell.share(part, first, table.indicator);
    tell.support(share.fraction > 0.5, 'more than half of the two years’ rise had come by March 2020');

    const rates = [tell.at(RATE, '2018-12'), tell.at(RATE, '2020-03'), tell.at(RATE, '2020-06'), tell.at(RATE, '2024-12')] as const;
    const bound = tell.at(RATE, '2017-12');
    tell.support(bound.figure.precision === 'lowerBound', 'the usage rate of 2017 is a lower bound');
    const [firstPoints, secondPoints] = [tell.difference(rates[0], rates[2]), tell.difference(rates[2], rates[3])];
    tell.support(firstPoints.value > secondPoints.value, 'the usage rate rose faster until 2020');

    const netizens = [tell.at(NETIZENS, '2018-12'), tell.at(NETIZENS, '2020-12')] as const;
    const added = tell.difference(...netizens);
    tell.support(added.value > 0 && first.value > added.value, 'more users were added than internet users');

    const row = (told: Told): Omit<ComparedRow, 'share'> & { readonly x: number } => ({ key: `${told.table.indicator.id} ${told.figure.period}`, name: tell.when(told), when: '', text: tell.mark(told), x: told.figure.value, mark: 'measured', isOpen: false });
    const steps = people.filter(({ figure }) => figure.period <= middle.figure.period);
    return [
      {
        id: 'users',
        name: table.indicator.name[lang],
        sentence: words.lead(tell.when(from), tell.when(middle), tell.when(to), first.text, second.text),
        brief: brief.users(first.text, second.text),
        picture: trend(tell, table, figures, { tone: 's2', gapWord: gap ? page.say.words.gap(gap.from, gap.to) : '' }),
        caveats: [words.noCause],
        workings: [first.working, second.working],
        table: tell.twin(people),
        source: tell.sources([from, middle, to]),
        links: tell.indicatorLinks([USERS]),
      },
      {
        id: 'early',
        name: words.stepName,
        sentence: words.early(tell.when(early), part.text, first.text, share.text),
        brief: brief.early(tell.when(early), share.text),
        picture: compared(tell, steps.map(row)),
        caveats: [words.between(tell.when(before), tell.when(early))],
        workings: [part.working, first.working, share.working],
        table: tell.twin(steps),
        source: tell.sources(steps),
        links: tell.indicatorLinks([USERS]),
      },
      {
        id: 'rate',
        name: rates[0].table.indicator.name[lang],
        sentence: words.rate(tell.when(rates[0]), tell.when(rates[2]), tell.when(rates[3]), tell.value(rates[0]), tell.value(rates[2]), tell.value(rates[3])),
        brief: brief.rate(tell.value(rates[0]), tell.value(rates[2])),
        picture: compared(tell, rates.map(row)),
        caveats: [words.points(tell.when(rates[0]), tell.when(rates[2]), tell.when(rates[3]), firstPoints.text, secondPoints.text), words.bound(tell.when(bound), tell.value(bound))],
        workings: [firstPoints.working, secondPoints.working],
        table: tell.twin([bound, ...rates]),
        source: tell.sources(rates),
        links: tell.indicatorLinks([RATE]),
      },
      {
        id: 'netizens',
        name: words.increaseName,
        sentence: words.netizens(tell.when(from), tell.when(middle), first.text, added.text),
        brief: brief.netizens(),
        picture: compared(tell, [
          { key: USERS, name: table.indicator.name[lang], when: '', text: first.text, x: first.value, mark: 'derived', isOpen: false },
          { key: NETIZENS, name: netizens[0].table.indicator.name[lang], when: '', text: added.text, x: added.value, mark: 'derived', isOpen: false },
        ]),
        caveats: [words.netOnly],
        workings: [first.working, added.working],
        table: tell.twin([from, middle, ...netizens]),
        source: tell.sources([from, middle, ...netizens]),
        links: tell.indicatorLinks([USERS, NETIZENS]),
      },
    ];
  },
};
