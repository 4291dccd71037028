/** One state of the published data, named by its date and its hash. */
export interface Release {
  /** “2026-11-22-1a2b3c4d”: in addresses and on pictures. */
  readonly id: string;
  /** The latest day on which any of its sources was read: “2026-11-22”. */
  readonly date: string;
  /** The first eight signs of the manifest's SHA-256. */
  readonly hash: string;
}

const ID = /^(\d{4}-\d\d-\d\d)-([\da-f]{8})$/;

/** @returns Null for what is no release's name. */
export function readRelease(id: string): Release | null {
  const [, date, hash] = ID.exec(id) ?? [];
  return date === undefined || hash === undefined ? null : { id, date, hash };
}
