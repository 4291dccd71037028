import { formatNumber, formatPeriod, joinUnit, unitName } from '../../i18n/format.ts';
import type { Claim } from '../../model/claim.ts';
import { groupOf } from '../claims.ts';
import { compared, verdictRows, type Story } from './story.ts';
import type { Teller } from './teller.ts';

const CASES = 'hangzhou-internet-court-cases';
const JUDGES = 'internet-courts-judges';
const PER_JUDGE = 'court-cases-per-judge';
/** One year after the opening; and the day of the counts given shortly before the forum. */
const [YEAR, LATER] = ['2018-08', '2018-10-30'];

function facts(tell: Teller) {
  const said = tell.claim('hz-court-cases-year');
  const year = { accepted: tell.at(CASES, YEAR, 'accepted'), closed: tell.at(CASES, YEAR, 'closed') };
  const later = { accepted: tell.at(CASES, LATER, 'accepted'), closed: tell.at(CASES, LATER, 'closed') };
  for (const { figure } of [year.accepted, year.closed, later.accepted, later.closed]) {
    tell.support(figure.precision === 'exact' && figure.value < tell.count(said), 'the published cases are fewer than those quoted');
  }
  const staff = tell.claim('hz-court-staff');
  const needed = tell.claim('judges-needed');
  for (const claim of [staff, needed]) tell.support(claim.verdict === 'sameSpeechElsewhere', `${claim.id} is known from one speech only`);
  return { said, year, later, staff, needed };
}

export const fiftyPeople: Story = {
  id: 'fifty-people',
  title: ({ page }) => page.words.stories.fiftyPeople.title,
  lead(tell) {
    const { year, staff, needed } = facts(tell);
    return tell.page.words.stories.fiftyPeople.lead(tell.value(year.accepted), tell.value(year.closed), tell.when(year.closed), tell.said(staff), tell.said(needed));
  },
  steps(tell) {
    const { atlas, page } = tell;
    const { lang } = page;
    const { stories } = page.words;
    const words = stories.fiftyPeople;
    const brief = page.words.wall.stories.fiftyPeople;
    const { said, year, later, staff, needed } = facts(tell);

    const judges = tell.at(JUDGES, LATER, 'hangzhou');
    tell.support(judges.figure.value < tell.count(staff), 'the court had fewer judges than the staff quoted');

    // One quoted number by another of the same speech: told as such, and set beside nothing but a published mean.
    const each = tell.count(said) / tell.count(needed);
    tell.support(Number.isInteger(each), 'the quoted cases divide by the quoted judges');
    const average = tell.at(PER_JUDGE, '2017', 'all-courts');
    const own = tell.at(PER_JUDGE, LATER, 'hangzhou');
    tell.support(average.figure.value > each, 'the national mean is above the cases for each of the judges said to be needed');
    const cases = (n: number) => joinUnit(formatNumber(n), unitName(average.table.indicator, lang), lang);

    const claims = atlas.claims.filter(({ id }) => id.startsWith('hz-court-') || id === needed.id);
    const claimRow = (claim: Claim) => ({ key: claim.id, name: stories.asClaimed(claim.label[lang]), when: '', text: tell.said(claim), x: tell.count(claim), mark: 'claim' as const, isOpen: false });
    const published = (told: typeof judges, name: string) => ({ key: `${told.figure.seriesId} ${told.figure.period}`, name, when: '', text: tell.mark(told), x: told.figure.value, mark: 'measured' as const, isOpen: false });
    return [
      {
        id: 'cases',
        name: words.casesName,
        sentence: words.cases(tell.said(said), tell.value(year.accepted), tell.value(year.closed), tell.when(year.closed)),
        brief: brief.cases(tell.said(said)),
        picture: compared(tell, [
          claimRow(said),
          ...[year, later].flatMap(({ accepted, closed }) => [published(accepted, words.acceptedName(tell.when(accepted))), published(closed, words.closedName(tell.when(closed)))]),
        ]),
        caveats: [words.later(tell.said(tell.claim('hz-court-founded')), tell.when(later.closed), tell.value(later.accepted), tell.value(later.closed))],
        workings: [],
        table: tell.twin([year.accepted, year.closed, later.accepted, later.closed], [said]),
        source: `${tell.sources([year.accepted, later.accepted])} ${tell.quoted([said])}`,
        links: [...tell.indicatorLinks([CASES]), tell.claimLink(said.id)],
      },
      {
        id: 'staff',
        name: words.staffName,
        sentence: words.staff(tell.said(staff), tell.value(judges), tell.month(judges)),
        brief: brief.staff(tell.said(staff), tell.value(judges)),
        picture: compared(tell, [claimRow(staff), published(judges, judges.table.indicator.short[lang])]),
        caveats: [words.staffNote],
        workings: [],
        table: tell.twin([judges], [staff]),
        source: `${tell.sources([judges])} ${tell.quoted([staff])}`,
        links: [...tell.indicatorLinks([JUDGES]), tell.claimLink(staff.id)],
      },
      {
        id: 'judges',
        name: words.judgesName,
        sentence: words.judges(tell.said(said), tell.said(needed), cases(each), formatPeriod(average.figure.period, lang), tell.value(average)),
        brief: brief.judges(cases(each), tell.value(average)),
        picture: compared(tell, [
          { key: 'each', name: stories.asClaimed(stories.working.perJudge), when: '', text: cases(each), x: each, mark: 'claim', isOpen: false },
          published(average, average.table.indicator.series?.find(({ id }) => id === 'all-courts')?.name[lang] ?? ''),
        ]),
        caveats: [words.judgesNote, words.ownRate(tell.value(own))],
        workings: [{ what: stories.working.perJudge, formula: stories.working.perJudgeFormula, filled: `${formatNumber(tell.count(said))} ÷ ${formatNumber(tell.count(needed))}`, result: cases(each) }],
        table: tell.twin([average, own], [said, needed]),
        source: `${tell.sources([average])} ${tell.quoted([said, needed])}`,
        links: [...tell.indicatorLinks([PER_JUDGE]), tell.claimLink(needed.id)],
      },
      {
        id: 'tally',
        name: words.tallyName,
        sentence: words.tally(claims.length, tell.verdicts(claims)),
        picture: verdictRows(tell, claims, groupOf),
        caveats: [words.tallyNote],
        workings: [],
        table: tell.twin([], claims),
        source: tell.quoted(claims),
        links: [],
      },
    ];
  },
};
