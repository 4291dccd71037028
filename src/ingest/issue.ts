import { issuesEn, issueWordsEn } from '../i18n/issues.en.ts';
import { issuesZh, issueWordsZh } from '../i18n/issues.zh.ts';
import type { IssueCode, IssueMessages, IssueOf, IssueWords } from '../model/issue.ts';
import type { Lang } from '../model/text.ts';

export type { Issue, IssueArgs, IssueCode, IssueOf } from '../model/issue.ts';

const MESSAGES: Readonly<Record<Lang, IssueMessages>> = { zh: issuesZh, en: issuesEn };

/** The words around issues, in a language. */
export const issueWords = (lang: Lang): IssueWords => (lang === 'zh' ? issueWordsZh : issueWordsEn);

/** What was found, and what would put it right, where the place is plain to see. */
export function issueTexts<Code extends IssueCode>(issue: IssueOf<Code>, lang: Lang): readonly [what: string, hint: string] {
  return MESSAGES[lang][issue.code](issueWords(lang).quote(issue.found ?? ''), issue.args);
}

/** Two lines: where it is and what was found; what would put it right. */
export function describeIssue<Code extends IssueCode>(issue: IssueOf<Code>, lang: Lang): string {
  const words = issueWords(lang);
  const place = words.place({ file: issue.file, line: issue.line ?? null, column: issue.column ?? null, field: issue.field ?? null });
  const [what, hint] = issueTexts(issue, lang);
  return `${place}${what}\n  ${hint}`;
}
