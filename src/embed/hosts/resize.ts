/*! resize.js of E-Gov Atlas, © 2026 E-Gov Atlas contributors, MIT */
// Gives each `iframe[data-egov]` of a page the height that it tells. Once, however often it is included; frames that
// come later are heard too. Believed is only what the frame itself says, from the origin that this script came from.
if (!('egovResize' in window) && document.currentScript instanceof HTMLScriptElement) {
  const own = new URL(document.currentScript.src).origin;
  Object.assign(window, { egovResize: 1 });
  addEventListener('message', ({ data, source, origin }: MessageEvent<{ readonly type?: unknown; readonly height?: unknown } | null>) => {
    const height = data?.type === 'egov-figure' ? data.height : 0;
    if (typeof height !== 'number' || !(height > 0) || height > 1e5) return;
    for (const frame of document.querySelectorAll<HTMLIFrameElement>('iframe[data-egov]')) {
      // A sandboxed frame has no origin of its own; that its window says so, and that its address is ours, must do.
      const isOurs = origin === own || (origin === 'null' && frame.hasAttribute('sandbox') && frame.src.startsWith(`${own}/`));
      if (frame.contentWindow !== source || !isOurs) continue;
      const pixels = `${Math.min(4000, Math.max(80, height))}px`;
      const box = frame.parentElement;
      // Where room was reserved for every width, the box around the frame has the height.
      if (box?.hasAttribute('data-egov-box')) box.style.paddingBottom = pixels;
      else frame.style.height = pixels;
    }
  });
  // Frames may have told theirs before this script was there.
  for (const frame of document.querySelectorAll<HTMLIFrameElement>('iframe[data-egov]')) frame.contentWindow?.postMessage({ type: 'iframe-get-child-dimensions' }, '*');
}
