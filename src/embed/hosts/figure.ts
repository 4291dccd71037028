/*! figure.js of E-Gov Atlas, © 2026 E-Gov Atlas contributors, MIT */
// <egov-figure figure="map-internet-penetration" region="440000"> … what stands for it where there are no scripts … </egov-figure>
// All that a figure's address can hold is an attribute; its own headline is `headline`, because `title` is HTML's.
// Needs no style of the host's: a policy without style-src allows what a script sets.
import { reserved } from '../reserve.ts';
import { OWN_ATTRIBUTES } from './ownAttributes.ts';

/** A frame that says nothing so long after it was loaded is no figure: an error page, a refused address. */
const PATIENCE_MS = 4000;
const FIRST = { 320: 620, 640: 600, 900: 600 } as const;

const own = document.currentScript instanceof HTMLScriptElement ? document.currentScript.src : location.href;
const { origin: ownOrigin } = new URL(own);

class EgovFigure extends HTMLElement {
  #frame = document.createElement('iframe');
  #rest = document.createElement('slot');
  #timer = 0;

  constructor() {
    super();
    const frame = this.#frame;
    Object.assign(frame.style, { position: 'absolute', top: '0', left: '0', width: '100%', height: '100%', border: '0' });
    frame.loading = 'lazy';
    frame.addEventListener('load', () => {
      clearTimeout(this.#timer);
      this.#timer = window.setTimeout(() => this.#show(false), PATIENCE_MS);
    });
    this.attachShadow({ mode: 'open' }).append(this.#rest);
    new MutationObserver(() => this.#draw()).observe(this, { attributes: true });
  }

  connectedCallback(): void {
    this.style.display ||= 'block';
    addEventListener('message', this.#hear);
    this.#draw();
  }

  disconnectedCallback(): void {
    removeEventListener('message', this.#hear);
    clearTimeout(this.#timer);
  }

  /** The frame keeps its room and its voice while what stands for it is shown: it may only be slow. */
  #show(isFigure: boolean): void {
    this.#frame.style.visibility = isFigure ? '' : 'hidden';
    this.#rest.style.display = isFigure ? 'none' : '';
  }

  /** Null: nothing was asked for that is an address of the site from which this script came. */
  #address(): string | null {
    const name = this.getAttribute('figure') ?? '';
    const given = this.getAttribute('src');
    const isEnglish = /^en\b/i.test(this.lang);
    if (given === null && !/^[\w-]+$/.test(name)) return null;
    const link = document.createElement('a');
    link.href = given ?? new URL(`${isEnglish ? '../en/embed/' : ''}${name}.html`, own).href;
    if (link.origin !== ownOrigin) return null;
    const address = new URL(link.href);
    for (const { name: key, value } of this.attributes) if (!OWN_ATTRIBUTES.test(key)) address.searchParams.set(key, value);
    const headline = this.getAttribute('headline');
    if (headline !== null) address.searchParams.set('title', headline);
    return address.href;
  }

  #draw(): void {
    const address = this.#address();
    const frame = this.#frame;
    if (address === null) {
      frame.remove();
      frame.removeAttribute('src');
      this.#rest.style.display = '';
      Object.assign(this.style, { height: '', paddingBottom: '' });
      return;
    }
    frame.title = this.getAttribute('label') ?? this.textContent.trim();
    if (frame.src === address) return;
    clearTimeout(this.#timer);
    const [narrow, leap, middle, wide] = (this.getAttribute('heights') ?? '').split(' ').map(Number);
    // The room is the element's own, so that a snippet can reserve the same before this script is there.
    const { style } = this;
    Object.assign(style, { position: 'relative', height: '0', overflow: 'hidden' });
    style.paddingBottom ||= reserved(narrow && leap && middle && wide ? { 320: narrow, 559: leap, 640: middle, 900: wide } : FIRST);
    const theme = new URL(address).searchParams.get('theme') ?? '';
    // Of the same scheme as what is in it, or browsers paint a box of their own behind it.
    frame.style.colorScheme = /^(light|dark)$/.test(theme) ? theme : 'light dark';
    frame.src = address;
    if (!frame.isConnected) this.#rest.before(frame);
    this.#show(true);
  }

  #hear = ({ data, source, origin }: MessageEvent<{ readonly type?: unknown; readonly height?: unknown } | null>): void => {
    if (source === null || source !== this.#frame.contentWindow || origin !== ownOrigin) return;
    const height = data?.type === 'egov-figure' ? data.height : 0;
    if (typeof height !== 'number' || !(height > 0) || height > 1e5) return;
    clearTimeout(this.#timer);
    this.#show(true);
    this.style.paddingBottom = `${Math.min(4000, Math.max(80, height))}px`;
  };
}

if (!customElements.get('egov-figure')) customElements.define('egov-figure', EgovFigure);
