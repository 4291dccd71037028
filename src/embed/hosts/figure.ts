/*! E-Gov Atlas figure.js · MIT */
// <egov-figure figure="map-internet-penetration" region="440000"> … what stands for it where there are no scripts … </egov-figure>
// All that a figure's address can hold is an attribute; its own headline is `headline`, because `title` is HTML's.
import { reserved } from '../reserve.ts';

/** Attributes that are the element's own, or any element's. */
const OWN = /^(figure|src|label|heights|headline|lang|class|id|style|slot|hidden|dir|tabindex|role|title|part|data-.*|aria-.*|on.*)$/;
/** A frame that says nothing so long after it was loaded is no figure: an error page, a refused address. */
const PATIENCE_MS = 4000;
const FIRST = { 320: 520, 640: 560, 900: 600 } as const;

const own = document.currentScript instanceof HTMLScriptElement ? document.currentScript.src : location.href;

class EgovFigure extends HTMLElement {
  #frame = document.createElement('iframe');
  #box = document.createElement('div');
  #rest = document.createElement('slot');
  #timer = 0;

  constructor() {
    super();
    const { style } = this.#box;
    style.position = 'relative';
    Object.assign(this.#frame.style, { position: 'absolute', top: '0', left: '0', width: '100%', height: '100%', border: '0' });
    this.#frame.loading = 'lazy';
    this.#frame.addEventListener('load', () => {
      clearTimeout(this.#timer);
      this.#timer = window.setTimeout(() => this.#show(false), PATIENCE_MS);
    });
    this.#box.append(this.#frame);
    this.attachShadow({ mode: 'open' }).append(this.#box, this.#rest);
    this.#show(true);
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

  #show(isFigure: boolean): void {
    this.#box.hidden = !isFigure;
    this.#rest.style.display = isFigure ? 'none' : '';
  }

  /** Null: nothing was asked for that is an address of the web. */
  #address(): string | null {
    const name = this.getAttribute('figure') ?? '';
    const given = this.getAttribute('src');
    const isEnglish = /^en\b/i.test(this.lang);
    if (given === null && !/^[\w-]+$/.test(name)) return null;
    const address = given === null ? new URL(`${isEnglish ? '../en/embed/' : ''}${name}.html`, own) : new URL(given, location.href);
    if (!/^https?:$/.test(address.protocol)) return null;
    for (const { name: key, value } of this.attributes) if (!OWN.test(key)) address.searchParams.set(key, value);
    const headline = this.getAttribute('headline');
    if (headline !== null) address.searchParams.set('title', headline);
    return address.href;
  }

  #draw(): void {
    const address = this.#address();
    this.#show(address !== null);
    if (address === null) return;
    this.#frame.title = this.getAttribute('label') ?? this.textContent.trim();
    if (this.#frame.src === address) return;
    const [narrow, middle, wide] = (this.getAttribute('heights') ?? '').split(' ').map(Number);
    this.#box.style.paddingBottom = reserved(narrow && middle && wide ? { 320: narrow, 640: middle, 900: wide } : FIRST);
    this.#frame.src = address;
  }

  #hear = ({ data, source, origin }: MessageEvent<{ readonly type?: unknown; readonly height?: unknown } | null>): void => {
    if (source !== this.#frame.contentWindow || (origin !== new URL(this.#frame.src).origin && origin !== 'null')) return;
    const height = data?.type === 'egov-figure' ? data.height : 0;
    if (typeof height !== 'number' || !(height > 0) || height > 1e5) return;
    clearTimeout(this.#timer);
    this.#show(true);
    this.#box.style.paddingBottom = `${Math.min(4000, Math.max(80, height))}px`;
  };
}

if (!customElements.get('egov-figure')) customElements.define('egov-figure', EgovFigure);
