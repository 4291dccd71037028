import { drawLive } from '../charts/drawLive.ts';
import { trendOption, type PictureSize } from '../charts/trendOption.ts';
import type { TrendView } from '../view/trendView.ts';

interface TrendFacts {
  readonly view: TrendView;
  readonly wide: PictureSize;
  readonly narrow: PictureSize;
}

const isTrendFacts = (facts: unknown): facts is TrendFacts => typeof facts === 'object' && facts !== null && 'view' in facts && 'wide' in facts && 'narrow' in facts;

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

  const shown = (): { drawn: HTMLElement; drawnFor: PictureSize } | null => {
    for (const [name, drawnFor] of [['wide', facts.wide], ['narrow', facts.narrow]] as const) {
      const drawn = box.querySelector<HTMLElement>(`.drawn.${name}`);
      if (drawn && drawn.offsetWidth > 0) return { drawn, drawnFor };
    }
    return null;
  };
  const current = shown();
  // The list of a narrow phone has nothing to take over.
  if (!current) return;
  const { width, height } = current.drawn.getBoundingClientRect();
  const zoom = width / current.drawn.offsetWidth || 1;
  const size = { width: width / zoom, height: height / zoom };

  const live = document.createElement('div');
  live.className = 'live';
  live.style.width = `${size.width}px`;
  live.style.height = `${size.height}px`;
  box.prepend(live);
  const chart = drawLive(live, trendOption(view, size), size, view.stops, (stop) => {
    spoken.textContent = `${stop.title} ${stop.rows.map(({ name, text }) => `${name} ${text}`).join(' · ')}`;
  });
  for (const drawn of box.querySelectorAll('.drawn')) drawn.remove();

  const ratio = size.height / size.width;
  let drawnWidth = size.width;
  new ResizeObserver(() => {
    const next = box.clientWidth;
    if (next === 0 || Math.abs(next - drawnWidth) < 1) return;
    drawnWidth = next;
    const nextSize = { width: next, height: Math.round(Math.max(280, next * ratio)) };
    live.style.width = `${nextSize.width}px`;
    live.style.height = `${nextSize.height}px`;
    chart.redraw(trendOption(view, nextSize), nextSize);
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
