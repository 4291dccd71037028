import { hydrate, type ComponentProps } from 'svelte';
import Matrix from '../components/matrix/Matrix.svelte';
import { fileName } from '../download/fileName.ts';
import type { Say } from '../i18n/say.ts';
import type { IndicatorTable } from '../model/indicator.ts';
import type { Region } from '../model/region.ts';
import { mappablePeriods } from '../query/select.ts';
import { writeQuery } from '../state/query.ts';
import { matrixView, type MatrixSheet } from '../view/matrixView.ts';
import { aboutTable, pageName } from './aboutTable.ts';
import { speak } from './speak.ts';
import { takeawayTerms } from './terms.ts';
import { search } from '../state/place.ts';

interface Neighbour {
  readonly table: IndicatorTable;
  readonly regions: readonly Region[];
}

const isObject = (facts: unknown): facts is object => typeof facts === 'object' && facts !== null;
const hasSheet = (facts: unknown): facts is { readonly sheet: MatrixSheet | null; readonly isOffered: boolean } => isObject(facts) && 'sheet' in facts && 'isOffered' in facts;
const hasTable = (facts: unknown): facts is Neighbour => isObject(facts) && 'table' in facts && 'regions' in facts;

/** The map of the same page has the whole table beside it. */
function neighbour(): Neighbour {
  const script = document.querySelector('[data-island="provinces"]')?.nextElementSibling;
  const facts: unknown = script instanceof HTMLScriptElement ? JSON.parse(script.textContent) : null;
  if (!hasTable(facts)) throw new Error('the page holds no table for this matrix');
  return facts;
}

/** A cell picks its region and period for every figure of the page. */
function chooser(table: IndicatorTable): (row: string, column: string) => void {
  const mapped = mappablePeriods(table);
  return (region, period) => {
    const compared = new URLSearchParams(search()).get('compare') === period;
    writeQuery({ region, ...(mapped.includes(period) ? { period: period === mapped.at(-1) ? null : period, ...(compared ? { compare: null } : {}) } : {}) });
  };
}

/** With what stands around it at the moment when it is taken. */
async function takenFrom(element: HTMLElement, { lang }: Say): Promise<NonNullable<ComponentProps<typeof Matrix>['taken']>> {
  const terms = await takeawayTerms(lang);
  const nameOf = () => element.querySelector('table.matrix')?.getAttribute('aria-label') ?? '';
  return { terms, options: () => ({ name: nameOf(), fileName: fileName('matrix', pageName(), lang), about: aboutTable(element, nameOf(), terms) }) };
}

export default async function waken(element: HTMLElement, facts: unknown): Promise<void> {
  if (!hasSheet(facts)) throw new Error('the page holds no facts for this matrix');
  const say = await speak();
  const taken = facts.isOffered ? { taken: await takenFrom(element, say) } : {};
  if (facts.sheet) {
    hydrate(Matrix, { target: element, props: { sheet: facts.sheet, say, ...taken } });
    return;
  }
  const { table, regions } = neighbour();
  hydrate(Matrix, { target: element, props: { sheet: matrixView({ table, regions }, say), say, onchoose: chooser(table), ...taken } });
}
