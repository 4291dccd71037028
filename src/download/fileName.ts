const LONGEST = 120;

/** “ranking-internet-penetration_2016_zh”: parts of a file's name, in letters that every system and mailbox keeps. */
export function fileName(...parts: readonly string[]): string {
  const safe = parts.map((part) => part.normalize('NFKD').replace(/[^A-Za-z0-9]+/g, '-').replace(/^-+|-+$/g, '')).filter(Boolean);
  return safe.join('_').slice(0, LONGEST) || 'table';
}
