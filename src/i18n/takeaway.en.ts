/** Words of what is taken away: files, copied tables; fetched with them. */
export const takeawayEn = {
  nav: 'Take away',
  label: 'Take this table away',
  /** Names of formats are not translated. */
  excelCsv: 'CSV for Excel',
  csv: 'CSV',
  xlsx: 'XLSX',
  copy: 'Copy',
  busy: 'Preparing …',
  copied: (rows: string) => `Copied (rows: ${rows}); paste it into a sheet or a document`,
  saved: (file: string) => `Handed to the browser to save: ${file}`,
  copyRefused: 'The browser does not allow copying. Try again, or select the table and copy it with the keyboard.',
  saveRefused: 'The browser did not take this file. Try again, or use “Copy”.',
  inApp: 'Files can’t be saved inside WeChat. Tap “…” at the upper right, choose “Open in browser”, and download there; or use “Copy”.',
  notFetched: 'The program that makes the file could not be fetched. Try again, or use “Copy”.',
  statusOf: (label: string) => `${label}: status`,
  sourcesSheet: 'Sources and statuses',
  cutTerm: 'Long texts',
  cutText: (count: number, most: number) => `A cell of Excel holds ${most} characters at most; the ends of this many cells were cut and close with “…”: ${count}`,
  code: 'Code',
  licencesAt: (address: string) => `Each source’s licence and the day on which it was read: ${address}`,
  about: { title: 'Title', indicator: 'Indicator', unit: 'Unit', period: 'Period', source: 'Source', statuses: 'Statuses', licence: 'Licence', readOn: 'Read on', address: 'Address', note: 'Note', release: 'Release' },
};
