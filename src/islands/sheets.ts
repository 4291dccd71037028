import { codePath } from '../charts/codePath.ts';
import { address, root, withSearch } from '../state/place.ts';

/** A page opened from a folder has no address that another machine could open. */
const liveAddress = (): string | null => (root() === null ? null : withSearch(address(), ''));

/** Writes where the page stands onto its printed sheets, and draws its code. What was written at build stays. */
export default function drawSheets(sheets: HTMLElement): void {
  const address = liveAddress();
  const code = sheets.querySelector('.code');
  if (sheets.dataset['address'] !== undefined || address === null || !code) return;
  const { size, d } = codePath(address);
  code.setAttribute('viewBox', `0 0 ${size} ${size}`);
  code.querySelector('path')?.setAttribute('d', d);
  for (const place of sheets.querySelectorAll('[data-sheet-address]')) place.textContent = address;
  for (const known of sheets.querySelectorAll<HTMLElement>('[data-sheet-known]')) known.hidden = false;
  for (const unknown of sheets.querySelectorAll('[data-sheet-unknown]')) unknown.remove();
  sheets.dataset['address'] = address;
}
