import type { FigureFacts } from '../share/figureFacts.ts';
import type { TableField } from './json.ts';

export interface PackagedFile {
  readonly path: string;
  /** “text/csv”. */
  readonly mediatype: string;
  readonly bytes: number;
}

export interface PackageParts {
  readonly name: string;
  readonly fields: readonly TableField[];
  readonly csv: PackagedFile;
  /** The same table as JSON. */
  readonly json: PackagedFile;
  readonly pictures: readonly PackagedFile[];
  /** The file with the words of the licence. */
  readonly licencePath: string;
  readonly description: string;
}

/** Letters, figures, “-”, “_” and “.”, as the standard has names. */
export const packageName = (text: string): string => text.toLowerCase().replace(/[^a-z0-9._-]+/g, '-').replace(/^-+|-+$/g, '') || 'table';

/** A Data Package v2: https://datapackage.org/profiles/2.0/datapackage.json. */
export function dataPackage(facts: FigureFacts, { name, fields, csv, json, pictures, licencePath, description }: PackageParts): string {
  const title = facts.takeaway === '' ? facts.heading : facts.takeaway;
  const base = packageName(name);
  const file = ({ path, mediatype, bytes }: PackagedFile, more: string) => ({ name: packageName(`${base}-${more}`), path, format: path.split('.').at(-1) ?? '', mediatype, bytes });
  const whole = {
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    name: base,
    title,
    description,
    homepage: facts.address,
    ...(facts.release ? { version: facts.release.id, created: `${facts.release.date}T00:00:00Z` } : {}),
    sources: facts.sources.length > 0 ? facts.sources.map((source) => ({ title: source })) : [{ title: facts.site, path: facts.root }],
    licenses: [{ path: licencePath, ...(facts.licence === '' ? {} : { title: facts.licence }) }],
    contributors: [{ title: facts.site, path: facts.root, roles: ['publisher'] }],
    resources: [
      {
        ...file(csv, 'table'),
        title: facts.heading,
        type: 'table',
        encoding: 'utf-8',
        schema: { $schema: 'https://datapackage.org/profiles/2.0/tableschema.json', fields: fields.map(({ name: field, type }) => ({ name: field, type })), missingValues: [''] },
      },
      { ...file(json, 'json'), title: facts.heading, encoding: 'utf-8' },
      ...pictures.map((picture) => file(picture, picture.path.split('.').at(-1) ?? 'picture')),
    ],
  };
  return `${JSON.stringify(whole, null, 2)}\n`;
}
