import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import type { TestProject } from 'vitest/node';
import { findBrowser, NO_BROWSER } from './findBrowser.mjs';
import { staticServer } from './staticServer.ts';

export interface Site {
  /** The folder `vite build` wrote. */
  readonly dist: string;
  /** The site at the root of a host. */
  readonly root: string;
  /** The same at “/a/b/”. */
  readonly subPath: string;
  /** The same, sent with `Content-Security-Policy: default-src 'self'`. */
  readonly strict: string;
  /** The same, and the drafts: pages for those who work on the site. */
  readonly drafts: string;
  /** Where the build left the renderer of pages, their template and the drafts. */
  readonly prerendered: string;
  /** Path of the browser. */
  readonly browser: string;
}

declare module 'vitest' {
  interface ProvidedContext {
    site: Site;
  }
}

/** The built site, served three ways. `ATLAS_DIST=ready` says that dist/ was built just now; a folder's name, that the build is there. */
export default async function globalE2e(project: TestProject): Promise<() => Promise<void>> {
  const browser = findBrowser();
  if (browser === undefined) throw new Error(NO_BROWSER);

  const built = process.env['ATLAS_DIST'];
  const dist = path.resolve(built === undefined || built === 'ready' ? 'dist' : built);
  if (built === undefined) {
    // A process of its own: vitest's NODE_ENV is “test”, and with it the bundle would be a development one.
    const env = { ...process.env, NODE_ENV: 'production' };
    const { status } = spawnSync(process.execPath, ['node_modules/vite/bin/vite.js', 'build', '--logLevel', 'warn'], { stdio: 'inherit', env });
    if (status !== 0) throw new Error('The site could not be built, so there is nothing to test end to end.');
  }
  if (!fs.existsSync(path.join(dist, 'index.html'))) throw new Error('There is no dist/index.html to test: run "npm run build".');

  const prerendered = path.join(path.dirname(dist), 'node_modules/.prerender');
  const servers = await Promise.all([
    staticServer({ root: dist }),
    staticServer({ root: dist, subPath: '/a/b/' }),
    staticServer({ root: dist, headers: { 'content-security-policy': "default-src 'self'" } }),
    staticServer({ root: dist, also: path.join(prerendered, 'drafts') }),
  ]);
  const [root, subPath, strict, drafts] = servers;
  project.provide('site', { dist, root: root.address, subPath: subPath.address, strict: strict.address, drafts: drafts.address, prerendered, browser });
  return async () => {
    await Promise.all(servers.map((server) => server.close()));
  };
}
