/** A text as an id: lower-case letters, digits and hyphens, beginning with a letter; what has none of them is the fallback. */
export function slug(text: string, fallback: string): string {
  const made = text.normalize('NFKD').replace(/\p{Mn}/gu, '').toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '');
  const short = made.length > 60 ? made.slice(0, 60).replace(/-[^-]*$/, '') : made;
  return short === '' ? fallback : /^[a-z]/.test(short) ? short : `${fallback}-${short}`;
}

/** An id of a series or a class, which may begin with a digit and keeps its case. */
export const partId = (text: string): string => text.replace(/[^A-Za-z0-9]+/g, '-').replace(/^-+|-+$/g, '') || 'x';
