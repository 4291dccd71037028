/**
 * Parts of an address as one; of the same key the last part counts, and null takes it out.
 *
 * @returns “?period=2015&theme=dark”; empty for nothing.
 */
export function joinedSearch(...parts: readonly (string | Readonly<Record<string, string | null>>)[]): string {
  const all = new URLSearchParams();
  for (const part of parts) {
    for (const [key, value] of typeof part === 'string' ? new URLSearchParams(part) : Object.entries(part)) {
      if (value === null) all.delete(key);
      else all.set(key, value);
    }
  }
  const text = all.toString();
  return text === '' ? '' : `?${text}`;
}
