import type { EmbedFacts } from './facts.ts';
import { openFull } from './full.ts';

// Added by the script of a page for an article when its address asks for what only the whole page draws.

const isFacts = (json: unknown): json is EmbedFacts => typeof json === 'object' && json !== null && 'figure' in json && 'words' in json;

async function open(): Promise<void> {
  const link = document.querySelector<HTMLAnchorElement>('.embed-links a');
  const facts: unknown = JSON.parse(document.querySelector('#facts')?.textContent ?? 'null');
  if (!link || !isFacts(facts) || facts.figure === null) return;
  const page = new URL(link.href);
  // What chooses the figure on its page goes with the choices made here.
  const query = new URLSearchParams(location.search);
  for (const [key, value] of page.searchParams) if (!query.has(key)) query.set(key, value);
  const refusal = await openFull(page, facts.figure);
  if (refusal === null) {
    history.replaceState(null, '', `${location.pathname}?${query.toString()}`);
    return;
  }
  const told = document.createElement('p');
  told.className = 'embed-told';
  told.textContent = facts.words.needsFull;
  document.querySelector('.embed-head')?.append(told);
}

void open();
