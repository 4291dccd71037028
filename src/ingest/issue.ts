import { issuesEn, issueWordsEn } from '../i18n/issues.en.ts';
import { issuesZh, issueWordsZh } from '../i18n/issues.zh.ts';
import type { IssueCode, IssueMessages, IssueOf, IssueWords } from '../model/issue.ts';
import type { Lang } from '../model/text.ts';

export type { Issue, IssueArgs, IssueCode, IssueOf } from '../model/issue.ts';

const MESSAGES: Readonly<Record<Lang, IssueMessages>> = { zh: issuesZh, en: issuesEn };

/** The words around issues, in a language. */
export const issueWords = (lang: Lang): IssueWords => (lang === 'zh' ? issueWordsZh : issueWordsEn);

/** Two lines: where it is and what was found; what would put it right. */
export function describeIssue<Code extends IssueCode>(issue: IssueOf<Code>, lang: Lang): string {
  const words = issueWords(lang);
  const place = words.place({ file: issue.file, line: issue.line ?? null, column: issue.column ?? null, field: issue.field ?? null });
  const [what, hint] = MESSAGES[lang][issue.code](words.quote(issue.found ?? ''), issue.args);
  return `${place}${what}\n  ${hint}`;
}
