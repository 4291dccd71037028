import { BUILD_LENGTH, isSentRight, listText, type BuildList, type ListedFile } from './buildList.ts';
import type { RefusalReason } from './state.ts';

/** A file, or a list, that is not what it should be. */
export interface Refused extends Error {
  readonly reason: RefusalReason;
  readonly path: string;
}

const refusal = (reason: RefusalReason, path: string): Refused => Object.assign(new Error(`${reason} ${path}`), { reason, path });

export const isRefused = (error: unknown): error is Refused => error instanceof Error && 'reason' in error && 'path' in error;

/** Where the files come from, and where they go. */
export interface Taking {
  /** From the network, past every cache. */
  fetch(path: string): Promise<Response>;
  /** The same file of a build that is here already; null when it is not. */
  kept(file: ListedFile): Promise<Response | null>;
  store(path: string, response: Response): Promise<void>;
  sha256(bytes: BufferSource): Promise<string>;
}

/** Not more at once: a hall's network is slow, and the wall goes on meanwhile. */
const AT_ONCE = 4;

/** What was sent in parts, or packed, lies here whole, and for every browser that asks. */
const NOT_KEPT = ['content-encoding', 'content-length', 'transfer-encoding', 'vary'];

/** @returns Its bytes, if they are those of the list. */
async function checked({ path, bytes, sha256 }: ListedFile, response: Response, taking: Taking): Promise<ArrayBuffer> {
  if (response.status !== 200) throw refusal('status', path);
  if (!isSentRight(path, response.headers.get('content-type'))) throw refusal('type', path);
  // A transfer that is cut off ends in an exception, or, by a careless proxy, in fewer bytes.
  const content = await response.arrayBuffer().catch(() => { throw refusal('network', path); });
  if (content.byteLength !== bytes) throw refusal('length', path);
  if ((await taking.sha256(content)) !== sha256) throw refusal('hash', path);
  return content;
}

async function takeFile(file: ListedFile, taking: Taking): Promise<void> {
  const here = await taking.kept(file);
  const fetched = async (): Promise<Response> => taking.fetch(file.path).catch(() => { throw refusal('network', file.path); });
  // What was kept may have been spoilt on the disk.
  const known = here && (await checked(file, here.clone(), taking).then((content) => ({ content, from: here }), () => null));
  const from = known?.from ?? (await fetched());
  const content = known?.content ?? (await checked(file, from, taking));
  const headers = new Headers(from.headers);
  for (const name of NOT_KEPT) headers.delete(name);
  // Made anew: a response that was redirected may not answer for a page.
  await taking.store(file.path, new Response(content, { headers })).catch(() => { throw refusal('storage', file.path); });
}

/** Whether the name of the list follows from what it says. */
export const isNamedRight = async (list: BuildList, sha256: Taking['sha256']): Promise<boolean> => (await sha256(new TextEncoder().encode(listText(list)))).slice(0, BUILD_LENGTH) === list.build;

/** Every file, each checked before it is stored. Throws `Refused` at the first that is wrong; what is stored by then stays, for the next try. */
export async function takeBuild(list: BuildList, taking: Taking): Promise<void> {
  if (!(await isNamedRight(list, taking.sha256))) throw refusal('list', '');
  const rest = [...list.files];
  let isOver = false;
  const take = async (): Promise<void> => {
    for (let file = rest.shift(); file && !isOver; file = rest.shift()) await takeFile(file, taking);
  };
  try {
    await Promise.all(Array.from({ length: AT_ONCE }, take));
  } finally {
    isOver = true;
  }
}
