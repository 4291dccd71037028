import { REGION_GROUPS, type Region, type RegionSet } from '../model/region.ts';
import { isOneOf } from './isOneOf.ts';
import { jsonReader, parseJson } from './jsonReader.ts';
import type { Issue } from './issue.ts';

const FIELDS = ['$schema', 'id', 'name', 'members', 'source'];

/** A file of `data/groups/`: regions that a ranking can be narrowed to. */
export function readGroup({ file, text, regions }: { readonly file: string; readonly text: string; readonly regions: readonly Region[] }): {
  /** Null when it has an issue. */
  readonly group: RegionSet | null;
  readonly issues: readonly Issue[];
} {
  const issues: Issue[] = [];
  const json = parseJson(text, file, issues);
  const reader = issues.length > 0 ? null : jsonReader(json, file, issues, FIELDS);
  if (!reader) return { group: null, issues };
  const id = reader.string('id');
  const expected = /([^/]+)\.json$/.exec(file)?.[1];
  if (id !== null && isOneOf(REGION_GROUPS, id)) reader.refuse('id', { code: 'duplicateId', args: null });
  else if (id !== null && !/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(id)) reader.refuse('id', { code: 'badId', args: null });
  else if (id !== null && expected !== undefined && id !== expected) reader.refuse('id', { code: 'idNotFileName', args: { expected } });
  const name = reader.text('name');
  const source = reader.text('source');
  const members = reader.strings('members');
  for (const [index, member] of (members ?? []).entries()) {
    const region = regions.find((one) => one.id === member);
    if (region?.level !== 'province' && region?.level !== 'corps') issues.push({ file, field: `members[${index}]`, found: member, code: 'unknownRegion', args: null });
    else if (members?.indexOf(member) !== index) issues.push({ file, field: `members[${index}]`, found: member, code: 'duplicateId', args: null });
  }
  if (members !== null && members.length < 2) reader.refuse('members', { code: 'emptyList', args: null });
  return { group: issues.length > 0 || id === null || name === null || source === null || members === null ? null : { id, name, members, source }, issues };
}
