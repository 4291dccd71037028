import type { checkPageZh } from './checkPage.zh.ts';

export const checkPageEn: typeof checkPageZh = {
  nav: 'Check a table',
  kicker: 'For maintainers',
  title: 'Check a table',
  description: 'Bring a CSV or XLSX: how it is read, what is wrong and how to mend it, the pictures it would make and what would change, and at the end the files for data/. The file stays on this computer.',
  lead: 'A table that has arrived is read, checked and drawn on this computer. Nothing is uploaded.',
  withoutScript: 'Checking a table needs a script. Without one, make files with npm run new and check them with npm run data in a terminal.',
  failed: 'The script or the lists of the check could not be fetched: check the network and try again.',
  how: 'What it does',
  points: [
    ['Reads', 'UTF-8, GB18030, UTF-16; commas, tabs, semicolons; full-width digits, thousands marks, %, ten thousands and hundred millions; title rows, notes, merged cells; dates of spreadsheets. How it was read is shown, and can be changed.'],
    ['Asks', 'Whether “—” is “not published” or “not applicable”, whether a city was meant or the province of its name, whether the unit is ten thousand or a hundred million: what is ambiguous is asked, never guessed, never taken as 0.'],
    ['Checks', 'By the rules and in the words of npm run data: what is missing, which cell is wrong, what would put it right.'],
    ['Shows', 'The map, the trend and the ranking it would make, and what would differ from the figures published now.'],
    ['Hands back', 'One zip: table, description, a new indicator, to be put into data/ as they are.'],
  ],
};
