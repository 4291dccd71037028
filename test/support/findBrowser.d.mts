/** The browser for the tests; undefined when the machine has none. A wrong CHROME_PATH is an error, told in words. */
export function findBrowser(): string | undefined;
/** What to install, on which system. */
export const NO_BROWSER: string;
