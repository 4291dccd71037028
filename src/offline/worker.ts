import { answering } from './answering.ts';
import { LIST_FILE, readBuildList, type BuildList } from './buildList.ts';
import { isAsked, skewOf, type Asked, type Contact, type Report, type Told } from './messages.ts';
import { alive, buildOf, contacted, lost, needed, pruned, refused, rolledBack, SHELF_FIRST, started, swapped, taken, wishFor, type Shelf } from './shelf.ts';
import { isRefused, takeBuild } from './takeBuild.ts';
import type { FetchEvent, WorkerScope } from './workerScope.ts';

// The wall's service worker. A page of the wall and all its files are answered from one build, which is whole and checked.

declare const self: WorkerScope;

const SCOPE = self.registration.scope;
/** Caches are shared by everything on one host: two sites in two folders keep apart. */
const NAME = `egov-atlas ${new URL(SCOPE).pathname} `;
const SHELF = `${NAME}shelf`;
const SEEN = `${NAME}seen`;
const SEEN_MOST = 200;
const LIST_WITHIN_MS = 20_000;
const FILE_WITHIN_MS = 90_000;
/** A page that was seen does not wait longer for a network that says nothing. */
const PAGE_WITHIN_MS = 8_000;

const addressOf = (path: string): string => new URL(path, SCOPE).href;
/** Documents that a build holds besides its files. */
const DOCUMENTS = 2;
const cacheOf = (build: string): Promise<Cache> => caches.open(NAME + build);
const sleep = (ms: number): Promise<void> => new Promise((resolve) => { setTimeout(resolve, ms); });

/** All of it, headers and content, in time. */
function fetchWithin(address: string, withinMs: number): Promise<Response> {
  const giveUp = new AbortController();
  // Nothing is left to give up when it has come.
  setTimeout(() => { giveUp.abort(); }, withinMs);
  return fetch(address, { cache: 'no-store', signal: giveUp.signal });
}

async function readShelf(): Promise<Shelf> {
  const kept = await (await caches.open(SHELF)).match(SCOPE);
  const json: unknown = kept ? await kept.json() : null;
  // Written by this worker alone; by an earlier one perhaps with less.
  return typeof json === 'object' ? { ...SHELF_FIRST, ...json } : SHELF_FIRST;
}

/** One change after another. */
let last: Promise<unknown> = Promise.resolve();
function change(to: (shelf: Shelf) => Shelf): Promise<Shelf> {
  const next = last.then(async () => {
    const before = await readShelf();
    const after = to(before);
    if (after !== before) await (await caches.open(SHELF)).put(SCOPE, new Response(JSON.stringify(after)));
    return after;
  });
  last = next.catch(() => undefined);
  return next;
}

const openPages = () => self.clients.matchAll({ type: 'window', includeUncontrolled: true });

const reportFor = (shelf: Shelf, page: string): Report => {
  const keptOf = (build: string | null) => shelf.kept.find((one) => one.build === build) ?? null;
  return { running: buildOf(shelf, page), kept: keptOf(shelf.active), waiting: keptOf(shelf.waiting), refused: shelf.refused, lastContact: shelf.lastContact };
};

async function tellAll(shelf: Shelf): Promise<void> {
  for (const page of await openPages()) {
    const told: Told = { report: reportFor(shelf, page.id), contact: null };
    page.postMessage(told);
  }
}

/** The build that is being fetched. */
let coming = '';

/** Deletes what no page and no way back needs. */
async function tidy(): Promise<Shelf> {
  const open = (await openPages()).map(({ id }) => id);
  const shelf = await change((before) => pruned(before, open));
  const still = [...needed(shelf, open), coming].map((build) => NAME + build);
  for (const name of await caches.keys()) if (name.startsWith(NAME) && name !== SHELF && name !== SEEN && !still.includes(name)) await caches.delete(name);
  return shelf;
}

/** Builds of which a file is missing are none: the browser has made room. */
async function takeStock(): Promise<Shelf> {
  let shelf = await readShelf();
  for (const { build, files } of shelf.kept) {
    const there = (await caches.has(NAME + build)) ? (await (await cacheOf(build)).keys()).length : 0;
    if (there < files + DOCUMENTS) shelf = await change((before) => lost(before, build));
  }
  return shelf;
}

async function sha256(bytes: BufferSource): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', bytes);
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

async function take(list: BuildList, shelf: Shelf): Promise<Shelf> {
  const cache = await cacheOf(list.build);
  const others = await Promise.all(shelf.kept.map(({ build }) => cacheOf(build)));
  coming = list.build;
  try {
    await takeBuild(list, {
      fetch: (path) => fetchWithin(addressOf(path), FILE_WITHIN_MS),
      async kept({ path }) {
        for (const one of [cache, ...others]) {
          const response = await one.match(addressOf(path));
          if (response) return response;
        }
        return null;
      },
      store: (path, response) => cache.put(addressOf(path), response),
      sha256,
    });
    for (const [lang, html] of Object.entries(list.notKept)) await cache.put(addressOf(`not-kept.${lang}`), new Response(html));
  } catch (error) {
    // A disk that is full throws at the first write.
    const { reason, path } = isRefused(error) ? error : { reason: 'storage' as const, path: '' };
    coming = '';
    const after = await change((before) => refused(before, list.build, reason, path, Date.now()));
    // What does not fit must not be in the way of what is there.
    if (reason === 'storage') await tidy();
    return after;
  }
  await change((before) => taken(before, list, Date.now()));
  coming = '';
  return tidy();
}

/** Asks the server for its build, and fetches that when it is another. */
async function look(isNow: boolean): Promise<Contact> {
  const asked = Date.now();
  let list: BuildList | null;
  let skewMs: number | null;
  try {
    const response = await fetchWithin(addressOf(LIST_FILE), LIST_WITHIN_MS);
    skewMs = skewOf(response.headers.get('date'), asked, Date.now());
    if (!response.ok) return { isReached: false, detail: `${LIST_FILE}: ${response.status}` };
    const json: unknown = await response.json().catch(() => null);
    list = readBuildList(json);
  } catch (error) {
    return { isReached: false, detail: String(error) };
  }
  if (list === null) {
    // Perhaps the page on which a hotel asks for a room number.
    await tellAll(await change((before) => refused(before, '', 'list', LIST_FILE, Date.now())));
    return { isReached: false, detail: `${LIST_FILE}: ?` };
  }
  const offered = list;
  await takeStock();
  const shelf = await change((before) => contacted(before, offered, Date.now()));
  if (wishFor(shelf, offered, Date.now(), isNow) === 'take') await tellAll(await take(offered, shelf));
  return { isReached: true, skewMs };
}

/** Pages that ask at the same time are given one answer. */
let looking: Promise<Contact> | null = null;
function lookOnce(isNow: boolean): Promise<Contact> {
  looking ??= look(isNow)
    .catch((error: unknown): Contact => ({ isReached: false, detail: String(error) }))
    .finally(() => { looking = null; });
  return looking;
}

/** Waits for a sign of life of a build on trial; without one the pages that it broke are opened anew, from the build before. */
async function watch(build: string, withinMs: number): Promise<void> {
  for (;;) {
    await sleep(withinMs);
    const { active, starts, good, pages } = await readShelf();
    if (active !== build || starts === null || good === build) return;
    const broken = (await openPages()).filter(({ id }) => pages.some(([page, from]) => page === id && from === build));
    if (broken.length === 0) return;
    // Hidden pages draw when they like.
    if (broken.every(({ visibilityState }) => visibilityState === 'hidden')) continue;
    await tellAll(await change((before) => rolledBack(before, build, Date.now())));
    await Promise.all(broken.map((page) => page.navigate(page.url).catch(() => undefined)));
    return;
  }
}

async function putSeen(request: Request, response: Response): Promise<void> {
  const cache = await caches.open(SEEN);
  // The latest stands last.
  await cache.delete(request, { ignoreSearch: true });
  await cache.put(request, response);
  const keys = await cache.keys();
  for (const key of keys.slice(0, Math.max(0, keys.length - SEEN_MOST))) await cache.delete(key);
}

const seen = async (request: Request): Promise<Response | undefined> => (await caches.open(SEEN)).match(request, { ignoreSearch: true, ignoreVary: true });

/** From the network; else as it was seen last. */
async function networkFirst(event: FetchEvent, isPage: boolean, otherwise: () => Promise<Response | undefined>): Promise<Response> {
  const { request } = event;
  const fetched = fetch(request);
  const isKept = ({ status, type, redirected, headers }: Response): boolean => status === 200 && type === 'basic' && !redirected && (!isPage || /^text\/html\b/.test(headers.get('content-type') ?? ''));
  const copied = fetched.then((response) => (isKept(response) ? response.clone() : null));
  event.waitUntil(copied.then((copy) => copy && putSeen(request, copy)).catch(() => undefined));
  const known = await seen(request);
  try {
    // The copy is made before anybody reads it.
    const fresh = copied.then(() => fetched);
    return await (known ? Promise.race([fresh, sleep(PAGE_WITHIN_MS).then(() => known)]) : fresh);
  } catch (error) {
    const other = known ?? (await otherwise());
    if (other) return other;
    throw error;
  }
}

/** The wall's page from the active build; undefined: it has no such page, or none is active. */
async function fromBuild(event: FetchEvent, path: string): Promise<Response | undefined> {
  const { active } = await readShelf();
  const inBuild = async (build: string | null) => (build === null ? undefined : (await cacheOf(build)).match(addressOf(path)));
  if (!(await inBuild(active))) return undefined;
  const { active: build, starts, kept } = await change((before) => started(before, event.resultingClientId, Date.now()));
  const one = kept.find((other) => other.build === build);
  if (one && starts !== null) event.waitUntil(watch(one.build, one.aliveWithinMs));
  return inBuild(build);
}

/** Said in place of the browser's own page of error. Its policy is its own, for its one block of rules. */
async function notKept(path: string, active: string | null): Promise<Response> {
  const drawn = active === null ? undefined : await (await cacheOf(active)).match(addressOf(`not-kept.${path.startsWith('en/') ? 'en' : 'zh'}`));
  const html = drawn ? (await drawn.text()).replace('{root}', SCOPE) : '<!doctype html><meta charset="utf-8"><title>E-Gov Atlas</title><p lang="zh-CN">没有网络，这一页没有留在本机上。<p>No network, and this page is not kept here.';
  return new Response(html, { status: 503, headers: { 'content-type': 'text/html;charset=utf-8', 'content-security-policy': "default-src 'none';style-src 'unsafe-inline'" } });
}

const answerPage = async (event: FetchEvent, path: string): Promise<Response> =>
  (await fromBuild(event, path)) ??
  networkFirst(event, true, async () => {
    const { active } = await takeStock();
    return (await fromBuild(event, path)) ?? notKept(path, active);
  });

async function answerPart(event: FetchEvent, path: string): Promise<Response> {
  const shelf = await readShelf();
  const own = buildOf(shelf, event.clientId);
  const response = own === null ? undefined : await (await cacheOf(own)).match(addressOf(path));
  if (response) return response;
  return networkFirst(event, false, async () => {
    // A page that came from the network, or was seen before: the names of its parts are made of their content.
    for (const { build } of shelf.kept) {
      const one = await (await cacheOf(build)).match(addressOf(path));
      if (one) return one;
    }
    return undefined;
  });
}

async function obey(asked: Asked, page: string): Promise<Contact | null> {
  switch (asked.kind) {
    case 'tell':
      return null;
    case 'check':
      return lookOnce(asked.isNow);
    case 'swap': {
      await takeStock();
      await tellAll(await change(swapped));
      return null;
    }
    case 'alive': {
      const before = await readShelf();
      const after = await change((shelf) => alive(shelf, page));
      if (after.good !== before.good) await tellAll(await tidy());
      return null;
    }
  }
}

self.addEventListener('install', (event) => { event.waitUntil(self.skipWaiting()); });
self.addEventListener('activate', (event) => { event.waitUntil(self.clients.claim()); });
self.addEventListener('message', (event) => {
  const { data, source, ports } = event;
  if (!isAsked(data)) return;
  const page = source?.id ?? '';
  event.waitUntil(
    obey(data, page).then(async (contact) => {
      const told: Told = { report: reportFor(await readShelf(), page), contact };
      ports[0]?.postMessage(told);
    }),
  );
});
self.addEventListener('fetch', (event) => {
  const { request } = event;
  const what = answering(request, SCOPE);
  if (what.kind === 'pass') return;
  const answer = what.kind === 'page' ? answerPage(event, what.path) : answerPart(event, what.path);
  // A fault of this worker must not be in the way of the site; what the network itself refuses stays refused.
  event.respondWith(answer.catch((error: unknown) => {
    if (error instanceof TypeError) throw error;
    return fetch(request);
  }));
});
