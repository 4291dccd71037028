import { folderOf, tagOf } from '../i18n/languages.ts';
import { offlineEn } from '../i18n/offline.en.ts';
import { offlineZh } from '../i18n/offline.zh.ts';
import type { Lang } from '../model/text.ts';

const WORDS = { zh: offlineZh, en: offlineEn };

/** As the system draws: the page has no file of the site to lean on. */
const STYLE =
  ':root{color-scheme:light dark}body{margin:0;min-height:100vh;display:grid;place-content:center;font:500 18px/1.6 "PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif;background:Canvas;color:CanvasText}:lang(en) body{font-family:"Segoe UI","Helvetica Neue",Arial,sans-serif}main{max-width:32em;margin:16px;padding:16px 0;border-top:3px solid}svg{width:44px;fill:currentColor}p{margin:8px 0}h1{margin:16px 0 8px;font-size:32px;line-height:1.3}a{display:inline-block;min-height:44px;line-height:44px;margin-right:32px;color:LinkText;font-weight:700}';

/** Where the worker puts the site's root in: the page stands at any address. */
export const ROOT_MARK = '{root}';

/** What is shown in place of the browser's own page of error, for a page that was never seen: a document that asks for nothing. */
export function notKeptPage(lang: Lang): string {
  const words = WORDS[lang];
  const wall = `${ROOT_MARK}${folderOf(lang)}screen.html`;
  return `<!doctype html><html lang="${tagOf(lang)}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${words.title} · ${words.siteName}</title><style>${STYLE}</style></head><body><main><svg viewBox="0 0 32 32" aria-hidden="true"><path d="M0 0h10v10H0zM11 0h10v10H11zM22 0h10v10H22zM0 11h10v10H0zM22 11h10v10H22zM0 22h10v10H0zM11 22h10v10H11zM22 22h10v10H22z"/></svg><h1>${words.title}</h1><p>${words.lead}</p><p>${words.advice}</p><p><a href="">${words.retry}</a><a href="${wall}">${words.wall}</a></p></main></body></html>`;
}
