import { formatNumber } from './format.ts';
import type { releasingZh } from './releasing.zh.ts';

const kilobytes = (bytes: number): string => `${formatNumber(bytes / 1000)} kB`;

export const releasingEn: typeof releasingZh = {
  withdrawn: 'withdrawn',
  issues: (n) => `No release: data/ has ${n} issues.`,
  notBuilt: 'No release: dist/ was not built of the data as they are. Run npm run build first.',
  unknownOption: (found) => `No release: unknown option ${found}; there are --reason, --reason-en, --lang and --root.`,
  badReason: 'No release: a reason is given in both languages: --reason "中文" --reason-en "English".',
  nothingChanged: (id) => `No release: ${id} has been published, and the data have not changed since.`,
  sameHash: (id) => `No release: only tables that are not handed on have changed, so the hash is still that of ${id}. Change “retrieved” in their datapackage.json:`,
  asBefore: (id) => `No release: the data are again as they were in ${id}, and a name is given once. Change “retrieved” in the datapackage.json of the tables that went back:`,
  noReason: (n) => `No release: ${n} published ${n === 1 ? 'figure was' : 'figures were'} changed or withdrawn, and no reason is given:`,
  more: (n) => `  … and ${n} more`,
  giveReason: 'Give it: npm run release -- --reason "中文" --reason-en "English"; changes.html sets the figures beside those of the last release.',
  made: (id, tables, added, changed, withdrawn) => `${id}: ${tables} tables, ${added} figures added, ${changed} changed, ${withdrawn} withdrawn`,
  figures: (n, shared) => `${n} pages frozen, ${shared} of them as before and in the same file`,
  sizes: (raw, packed, grown) => `stored: ${kilobytes(raw)}, packed ${kilobytes(packed)}; dist/ grows by ${kilobytes(grown)}`,
  addresses: (n, fresh) => `addresses: ${n}, of which ${fresh} new`,
  buildAgain: 'Run npm run build again: the release is in dist/ then.',
};
