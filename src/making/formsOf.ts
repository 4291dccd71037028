import { schemaFields, type FormField } from '../check/schemaFields.ts';
import type { makingZh } from '../i18n/making.zh.ts';
import type { Lang } from '../model/text.ts';
import type { NewKind } from './newFiles.ts';

type Words = typeof makingZh.fields;

const ID = '^[a-z0-9]+(-[a-z0-9]+)*$';
const PERIOD = '^\\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\\d|3[01]))?)?$';

const line = (name: string, [label, help]: readonly [string, string], pattern: string): FormField => ({ name, label, help, isRequired: true, of: { kind: 'text', pattern, isLong: false } });

/** Filled in by the program, or of no use to a first edition. */
const NOT_ASKED = ['resources', 'created', 'keywords', 'homepage', 'contributors', 'name'];

/**
 * What is asked for something new, out of the schemas of `data/schema/`.
 *
 * @param schemaOf A schema by its kind: “indicator”, “datapackage”.
 */
export function formsOf(kind: NewKind, schemaOf: (kind: string) => unknown, words: Words, lang: Lang): readonly FormField[] {
  const periods: FormField = { name: 'periods', label: words.periods[0], help: words.periods[1], isRequired: true, of: { kind: 'list', least: 1, item: line('', words.periods, PERIOD) } };
  const packageFields = schemaFields(schemaOf('datapackage'), lang, NOT_ASKED);
  if (kind === 'indicator') {
    return [
      { name: 'indicator', label: words.indicator[0], help: '', isRequired: true, of: { kind: 'group', fields: schemaFields(schemaOf('indicator'), lang) } },
      line('folder', words.folder, ID),
      { name: 'package', label: words.source[0], help: '', isRequired: true, of: { kind: 'group', fields: packageFields } },
      periods,
    ];
  }
  if (kind === 'edition') {
    const sources = packageFields.find(({ name }) => name === 'sources')?.of;
    const source = sources?.kind === 'list' ? sources.item.of : null;
    return [
      line('indicator', words.indicator, ID),
      line('version', words.version, '^\\d{4}(-\\d{2}(-\\d{2})?)?$'),
      line('retrieved', words.retrieved, '^\\d{4}-\\d{2}-\\d{2}$'),
      ...(source?.kind === 'group' ? [{ name: 'source', label: words.source[0], help: words.source[1], isRequired: true, of: source }] : []),
      periods,
    ];
  }
  return schemaFields(schemaOf(kind), lang, kind === 'language' ? ['words', 'data'] : []);
}
