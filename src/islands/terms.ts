import type { comparisonZh } from '../i18n/comparison.zh.ts';
import type { rankingsZh } from '../i18n/rankings.zh.ts';
import type { takeawayZh } from '../i18n/takeaway.zh.ts';
import type { Lang } from '../model/text.ts';
import { tellsGroups } from './speak.ts';

// The words of single rooms, each fetched with its room: one language, and one way of telling standings.

export async function takeawayTerms(lang: Lang): Promise<typeof takeawayZh> {
  return lang === 'zh' ? (await import('../i18n/takeaway.zh.ts')).takeawayZh : (await import('../i18n/takeaway.en.ts')).takeawayEn;
}

export async function rankingTerms(lang: Lang): Promise<typeof rankingsZh> {
  if (lang === 'zh') return tellsGroups() ? (await import('../i18n/rankingGroups.zh.ts')).rankingGroupsZh : (await import('../i18n/rankings.zh.ts')).rankingsZh;
  return tellsGroups() ? (await import('../i18n/rankingGroups.en.ts')).rankingGroupsEn : (await import('../i18n/rankings.en.ts')).rankingsEn;
}

export async function comparisonTerms(lang: Lang): Promise<typeof comparisonZh> {
  if (lang === 'zh') return tellsGroups() ? (await import('../i18n/comparisonGroups.zh.ts')).comparisonGroupsZh : (await import('../i18n/comparison.zh.ts')).comparisonZh;
  return tellsGroups() ? (await import('../i18n/comparisonGroups.en.ts')).comparisonGroupsEn : (await import('../i18n/comparison.en.ts')).comparisonEn;
}
