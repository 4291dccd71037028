/*! E-Gov Atlas resize.js · MIT */
// Gives each `iframe[data-egov]` of a page the height that it tells. Once, however often it is included; frames that
// come later are heard too. What a message says is believed only from the frame itself.
if (!('egovResize' in window)) {
  Object.assign(window, { egovResize: 1 });
  addEventListener('message', ({ data, source, origin }: MessageEvent<{ readonly type?: unknown; readonly height?: unknown } | null>) => {
    const height = data?.type === 'egov-figure' ? data.height : 0;
    if (typeof height !== 'number' || !(height > 0) || height > 1e5) return;
    for (const frame of document.querySelectorAll<HTMLIFrameElement>('iframe[data-egov]')) {
      // A sandboxed frame has no origin; its window is proof enough.
      if (frame.contentWindow !== source || (origin !== new URL(frame.src).origin && origin !== 'null')) continue;
      const pixels = `${Math.min(4000, Math.max(80, height))}px`;
      const box = frame.parentElement;
      // Where room was reserved for every width, the box around the frame has the height.
      if (box?.hasAttribute('data-egov-box')) box.style.paddingBottom = pixels;
      else frame.style.height = pixels;
    }
  });
}
