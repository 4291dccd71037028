import { formatPeriod, formatValue } from '../../i18n/format.ts';
import { groupOf } from '../claims.ts';
import { rivals, RIVAL_YEAR } from '../rivals.ts';
import { seriesTable } from '../../view/seriesTable.ts';
import { compared, verdictRows, type Story } from './story.ts';
import type { Teller } from './teller.ts';

const MARKET = 'egov-market-size';

function facts(tell: Teller) {
  const claim = tell.claim('egov-market-size');
  const [lower, upper] = [tell.at(MARKET, '2014', 'qianzhan'), tell.at(MARKET, '2020', 'qianzhan')];
  const { indicator } = lower.table;
  tell.support(claim.verdict === 'plausible' && claim.unit.zh === indicator.unit.zh, 'the quoted size has no second source');
  const said = Number(claim.value) * indicator.unit.multiplier;
  tell.support(lower.figure.value < said && said < upper.figure.value, 'the quoted size lies between the two published');
  const figure = { value: said, precision: claim.precision, printedDecimals: 0 };
  const { lang } = tell.page;
  return { claim, lower, upper, said, text: tell.said(claim), mark: formatValue(figure, indicator, lang), bare: formatValue({ ...figure, precision: 'exact' }, indicator, lang), year: formatPeriod(claim.period, lang) };
}

export const noSecondSource: Story = {
  id: 'no-second-source',
  title: (tell) => tell.page.words.stories.noSecondSource.title(facts(tell).bare),
  lead(tell) {
    const { text, year } = facts(tell);
    return tell.page.words.stories.noSecondSource.lead(text, year);
  },
  steps(tell) {
    const { atlas, page } = tell;
    const { lang } = page;
    const words = page.words.stories.noSecondSource;
    const { claim, lower, upper, said, text, mark, year } = facts(tell);
    const other = tell.at(MARKET, '2020', 'newsijie');
    const nameOf = ({ figure, table }: typeof other) => table.indicator.series?.find(({ id }) => id === figure.seriesId)?.name[lang] ?? '';
    const published = (told: typeof other) => ({ key: `${told.figure.seriesId} ${told.figure.period}`, name: nameOf(told), when: tell.when(told), text: tell.mark(told), x: told.figure.value, mark: 'measured' as const, isOpen: false });

    const speech = atlas.claims.filter(({ speaker, forum }) => speaker === claim.speaker && forum === claim.forum);
    const growth = tell.claim('egov-market-growth');
    tell.support(speech.includes(growth) && growth.verdict === 'notFound', 'the quoted growth was found nowhere else');

    const disagreement = rivals(atlas, page);
    const forecastYear = formatPeriod(RIVAL_YEAR, lang);
    tell.support(disagreement.rows.length > 1, 'there is more than one forecast for the year');
    return [
      {
        id: 'between',
        name: words.betweenName,
        sentence: words.between(text, year, tell.value(lower), tell.when(lower), tell.value(upper), tell.when(upper)),
        brief: page.words.wall.stories.noSecondSource.between(tell.when(lower), tell.when(upper)),
        picture: compared(tell, [published(lower), { key: claim.id, name: page.words.stories.asClaimed(claim.label[lang]), when: year, text: mark, x: said, mark: 'claim', isOpen: claim.precision === 'lowerBound' }, published(upper), published(other)]),
        caveats: [words.plausible, words.noLine],
        workings: [],
        table: tell.twin([lower, upper, other], [claim]),
        source: `${tell.sources([lower, upper, other])} ${tell.quoted([claim])}`,
        links: [...tell.indicatorLinks([MARKET]), tell.claimLink(claim.id)],
      },
      {
        id: 'said',
        name: words.saidName,
        sentence: words.said(speech.length, tell.verdicts(speech)),
        picture: verdictRows(tell, speech, groupOf),
        caveats: [words.noGrowth(tell.said(growth))],
        workings: [],
        table: tell.twin([], speech),
        source: tell.quoted(speech),
        links: [tell.claimLink(growth.id)],
      },
      {
        id: 'rivals',
        name: words.rivalsName(forecastYear),
        sentence: words.rivals(forecastYear, disagreement.rows.length, disagreement.low, disagreement.high),
        picture: { kind: 'rivals', rows: disagreement.rows },
        caveats: [page.words.home.rivalsNote],
        workings: [],
        table: seriesTable(lower.table, [claim], page.say, page.words),
        source: disagreement.source,
        links: tell.indicatorLinks([MARKET]),
      },
    ];
  },
};
