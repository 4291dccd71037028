import { drawLive } from '../charts/drawLive.ts';
import { trendOption, type PictureSize } from '../charts/trendOption.ts';
import type { TrendView } from '../view/trendView.ts';

interface TrendFacts {
  readonly view: TrendView;
}

const isTrendFacts = (facts: unknown): facts is TrendFacts => typeof facts === 'object' && facts !== null && 'view' in facts;

/**
 * Puts a live chart where the drawn picture is, at the size at which that is shown; the two are the same option.
 * The drawn picture is put back if the live one fails.
 */
export default function waken(island: HTMLElement, facts: unknown): void {
  if (!isTrendFacts(facts)) throw new Error('the page holds no facts for this trend');
  const { view } = facts;
  const box = island.querySelector<HTMLElement>('.trend');
  const spoken = island.querySelector<HTMLElement>('[aria-live]');
  if (!box || !spoken) throw new Error('the drawn trend is not where it should be');

  /** The drawn picture that is shown at this width: the size it was drawn for, and how much it is enlarged. A narrow phone shows a list instead. */
  const drawnNow = (): { readonly size: PictureSize; readonly enlarged: number } | null => {
    const drawn = [...box.querySelectorAll<HTMLElement>('.drawn')].find((one) => one.clientWidth > 0);
    const [, , width = 0, height = 0] = (drawn?.querySelector('svg')?.getAttribute('viewBox') ?? '').split(' ').map(Number);
    return drawn && width > 0 && height > 0 ? { size: { width, height }, enlarged: drawn.clientWidth / width } : null;
  };
  const first = drawnNow();
  // There is nothing to take over.
  if (!first) return;

  // The live chart lies over the drawn one, of the same size and as much enlarged: nothing moves and no letter changes.
  const live = document.createElement('div');
  live.className = 'live';
  const fit = ({ size, enlarged }: typeof first) => {
    live.style.width = `${size.width}px`;
    live.style.height = `${size.height}px`;
    live.style.setProperty('zoom', String(enlarged));
  };
  fit(first);
  box.prepend(live);
  const chart = drawLive(live, trendOption(view, first.size), first.size, view.stops, (stop) => {
    spoken.textContent = `${stop.title} ${stop.rows.map(({ name, text }) => `${name} ${text}`).join(' · ')}`;
  });
  box.classList.add('is-live');

  let { size } = first;
  new ResizeObserver(() => {
    const next = drawnNow();
    if (!next) return;
    fit(next);
    if (next.size.width === size.width) return;
    size = next.size;
    chart.redraw(trendOption(view, size), size);
  }).observe(box);

  let cursor = view.stops.length;
  box.addEventListener('keydown', (event) => {
    const last = view.stops.length - 1;
    const to = { ArrowRight: Math.min(last, cursor + 1), ArrowLeft: Math.max(0, cursor - 1), Home: 0, End: last }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    cursor = to;
    chart.show(cursor);
  });
}
