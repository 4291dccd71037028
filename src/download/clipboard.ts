/** A text in the two forms that programs ask a clipboard for. */
export interface Copied {
  /** For editors and documents; a text alone has none. */
  readonly html?: string;
  /** For anything else. */
  readonly plain: string;
}

/** The way before the asynchronous clipboard, and the one where that is refused: a page that is not from https. */
function copyBySelection({ html, plain }: Copied): boolean {
  const before = document.activeElement;
  const area = document.createElement('textarea');
  area.value = plain;
  area.readOnly = true;
  area.setAttribute('aria-hidden', 'true');
  area.className = 'visually-hidden';
  const give = (event: ClipboardEvent): void => {
    if (!event.clipboardData) return;
    event.preventDefault();
    // Otherwise the page's own listeners, if any, would put theirs in its place.
    event.stopImmediatePropagation();
    if (html !== undefined) event.clipboardData.setData('text/html', html);
    event.clipboardData.setData('text/plain', plain);
  };
  document.addEventListener('copy', give, true);
  // All else is inert while a dialog is open, and nothing can be selected there.
  (document.querySelector('dialog[open]') ?? document.body).append(area);
  area.select();
  try {
    return document.execCommand('copy');
  } catch {
    return false; // the caller tells the reader
  } finally {
    document.removeEventListener('copy', give, true);
    area.remove();
    if (before instanceof HTMLElement) before.focus({ preventScroll: true });
  }
}

const hasClipboard = (): boolean => typeof ClipboardItem !== 'undefined' && typeof navigator.clipboard?.write === 'function';
const blobOf = (text: string, type: string): Blob => new Blob([text], { type });

/** @returns Whether the clipboard has it now. */
export async function copyText(copied: Copied): Promise<boolean> {
  if (hasClipboard()) {
    const { html, plain } = copied;
    try {
      await navigator.clipboard.write([new ClipboardItem({ ...(html === undefined ? {} : { 'text/html': blobOf(html, 'text/html') }), 'text/plain': blobOf(plain, 'text/plain') })]);
      return true;
    } catch {
      // refused, or the page has lost the focus: the older way may still be allowed
    }
  }
  return copyBySelection(copied);
}

/**
 * For editors that must get the markup sign by sign: browsers write into the asynchronous clipboard what their own
 * parser makes of it, with every style of the page beside those that were given.
 */
export async function copyMarkup(copied: Copied): Promise<boolean> {
  return copyBySelection(copied) || copyText(copied);
}

/** @returns Whether the clipboard has the picture now; some browsers take none, some only from https. */
export async function copyPicture(png: Blob): Promise<boolean> {
  if (!hasClipboard()) return false;
  try {
    await navigator.clipboard.write([new ClipboardItem({ 'image/png': png })]);
    return true;
  } catch {
    return false; // the caller tells the reader
  }
}
