/** No letter of any language, and XML, spreadsheets and clipboards each drop, refuse or break on some of them. */
const UNPRINTABLE = /(?![\t\n])[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}\uFFFD]/gu;

/** What Excel, also of East Asia, takes for the beginning of a formula, behind any space. */
export const FORMULA_START = /^(?:[\t\n]|[\s\u200b]*[=+\-@＝＋－＠])/u;

/** A text that any reader of files takes as it is: lines end in LF, and what can't be printed is left out. */
export const plainText = (text: string): string => text.replace(/\r\n?/g, '\n').replace(UNPRINTABLE, '');

/**
 * For a plain-text table, in which nothing but an apostrophe tells a spreadsheet that “=1+1” is a text. A number is
 * never given to this: −5.2 stays a number.
 */
export const guarded = (text: string): string => (FORMULA_START.test(text) ? `'${text}` : text);
