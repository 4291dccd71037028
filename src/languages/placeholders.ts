/** The names that a message has in braces, each once: “{k} of {n}” has k and n. */
export const placeholdersOf = (text: string): readonly string[] => [...new Set([...text.matchAll(/\{([^{}]*)\}/g)].map(([, name = '']) => name))];
