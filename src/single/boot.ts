import { unpack } from './pack.ts';

/** The program stands in the file deflated, a third of its length; the policy knows it by its hash, whoever puts it there. */
function boot(): void {
  const packed = document.querySelector('script[data-part="code"]');
  if (!packed) return;
  try {
    const script = document.createElement('script');
    script.textContent = new TextDecoder().decode(unpack(packed.textContent));
    packed.remove();
    document.head.append(script);
    script.remove();
    // What has changed is refused by the policy without a word, and an old browser can't read it.
    if (document.querySelector('[data-opening]')) throw new Error('the program did not run');
  } catch (error) {
    console.error(error);
    for (const line of document.querySelectorAll<HTMLElement>('[data-opening]')) line.hidden = true;
    for (const line of document.querySelectorAll<HTMLElement>('[data-broken]')) line.hidden = false;
  }
}

// The name of the file is on the screen before it is unpacked.
setTimeout(boot);
