/** `inApp`: the browser inside WeChat takes no file from a page, and says nothing about it. */
export type Saved = 'saved' | 'refused' | 'inApp';

/** Older browsers begin to read a file only after the click has been answered. */
const READ_WITHIN_MS = 60_000;

/** The browser inside WeChat. */
export const isInApp = (userAgent: string): boolean => /MicroMessenger/i.test(userAgent);

/** Hands a file to the browser to save. What a reader or a policy refuses later, a page is not told. */
export function save(blob: Blob, fileName: string): Saved {
  if (isInApp(navigator.userAgent)) return 'inApp';
  const link = document.createElement('a');
  if (!('download' in link)) return 'refused';
  try {
    const address = URL.createObjectURL(blob);
    setTimeout(() => URL.revokeObjectURL(address), READ_WITHIN_MS);
    link.href = address;
    link.download = fileName;
    link.hidden = true;
    document.body.append(link);
    link.click();
    link.remove();
    return 'saved';
  } catch {
    return 'refused'; // told in words by the control
  }
}
