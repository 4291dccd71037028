import { isFigureId, openFull } from './full.ts';
import { tellHeight } from './height.ts';

// embed/any.html: any figure of any page, alive, by its address. The page must be one that the build knows.

interface AnyFacts {
  /** From here to the site's root. */
  readonly root: string;
  readonly pages: readonly string[];
}

const isFacts = (json: unknown): json is AnyFacts => typeof json === 'object' && json !== null && 'pages' in json && 'root' in json;

async function open(): Promise<void> {
  const facts: unknown = JSON.parse(document.querySelector('#facts')?.textContent ?? 'null');
  const query = new URLSearchParams(location.search);
  const tell = (name: 'refused' | 'failed'): void => {
    for (const one of document.querySelectorAll<HTMLElement>('[data-any]')) one.hidden = one.dataset['any'] !== name;
  };
  const theme = query.get('theme');
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset['theme'] = theme;
  const [wanted, figure] = [query.get('page') ?? '', query.get('figure') ?? ''];
  const page = isFacts(facts) ? facts.pages.find((one) => one === wanted) : undefined;
  if (!isFacts(facts) || page === undefined || !isFigureId(figure)) {
    tell('refused');
    return;
  }
  const link = document.querySelector<HTMLAnchorElement>('[data-part="links"]');
  if (link) link.href = `${facts.root}${page}#${figure}`;
  const refusal = await openFull(new URL(facts.root + page, location.href), figure);
  if (refusal !== null) tell(refusal === 'figure' ? 'refused' : 'failed');
}

void open();
tellHeight(() => Math.ceil((document.querySelector('.embed-full') ?? document.body).getBoundingClientRect().height));
