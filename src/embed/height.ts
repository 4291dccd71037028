/** What `embed/resize.js` and `<egov-figure>` listen for. */
export const HEIGHT_MESSAGE = 'egov-figure';

/** pym.js joins the parts of its messages by this. */
const PYM = 'xPYMx';

/** As high as a figure wants to be at its width: what room its frame has beyond that goes to the picture. */
export function naturalHeight(figure: HTMLElement): number {
  figure.style.minHeight = '0';
  const { height } = figure.getBoundingClientRect();
  figure.style.minHeight = '';
  return Math.ceil(height);
}

/**
 * Tells the page around the frame how high it should be: once loaded, when the width changes, when something is opened.
 * Each listener of a newsroom hears its own words: ours, pym.js 1, amp-iframe, Infogram (and Medium, Embedly),
 * @open-iframe-resizer 1 and 2. Nothing but the height is told, and the frame's own address where Infogram finds it by that.
 *
 * A frame that was given room enough keeps its height, so that nothing around it jumps. To whom it tells is not asked: any
 * page may show it, and a sandboxed frame, whose origin is “null”, is known to its host by its window alone.
 *
 * @param needed In CSS pixels at the present width.
 */
export function tellHeight(needed: () => number): void {
  if (parent === window) return;
  const address = location.href;
  const [pym = ''] = /^[\w-]{1,100}$/.exec(new URLSearchParams(location.search).get('childId') ?? '') ?? [];
  /** What the host reserved, for as long as the width is the first. */
  let reserved = { width: innerWidth, height: innerHeight };
  let told = 0;

  const post = (message: unknown): void => {
    parent.postMessage(message, '*');
  };
  function tell(isAsked: boolean): void {
    // A frame in a closed tab has no width yet.
    if (innerWidth === 0) return;
    if (reserved.width === 0) reserved = { width: innerWidth, height: innerHeight };
    const height = Math.max(needed(), innerWidth === reserved.width ? reserved.height : 0);
    if (height === told && !isAsked) return;
    told = height;
    post({ type: HEIGHT_MESSAGE, height });
    post({ sentinel: 'amp', type: 'embed-size', height });
    post({ type: 'iframe-resized', width: innerWidth, height });
    post(JSON.stringify({ src: address, context: 'iframe.resize', height }));
    if (pym !== '') post(`pym${PYM}${pym}${PYM}height${PYM}${height}`);
  }

  let frame = 0;
  const tellSoon = (): void => {
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(() => tell(false));
  };
  const watch = new ResizeObserver(tellSoon);
  for (const part of [document.body, ...document.querySelectorAll('.embed-figure > *')]) watch.observe(part);
  // A table that closes in a frame that has grown changes no size of what is watched.
  addEventListener('toggle', tellSoon, true);
  addEventListener('load', tellSoon);
  addEventListener('message', ({ source, data }: MessageEvent<unknown>) => {
    if (source !== parent) return;
    const isPym = typeof data === 'string' && data.startsWith(`pym${PYM}${pym}${PYM}`);
    const type = typeof data === 'object' && data !== null && 'type' in data ? data.type : '';
    if (isPym || type === 'iframe-child-init' || type === 'iframe-get-child-dimensions') tell(true);
  });
  tell(true);
}
