import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { chromium } from 'playwright-core';

const { env, platform } = process;

export const NO_BROWSER = `
No Chromium-family browser was found, and the browser tests need one. Do one of these, then run "npm test" again:
  Debian, Ubuntu  sudo apt install chromium-headless-shell fonts-noto-cjk      (or chromium, which is slower)
  any system      install Chrome, Edge or Chromium in the usual place
  any system      npx playwright-core install chromium      (about 150 MB, into your home folder)
  elsewhere       set CHROME_PATH=/path/to/the/browser
To run only the tests that need no browser: npm run test:unit
`;

/** @returns {string[]} Files that may be a browser, the likeliest first. */
function candidates() {
  const bundled = chromium.executablePath();
  if (platform === 'win32') {
    const roots = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].filter((root) => root !== undefined);
    const files = ['Google/Chrome/Application/chrome.exe', 'Microsoft/Edge/Application/msedge.exe', 'Chromium/Application/chrome.exe'];
    return [...roots.flatMap((root) => files.map((file) => path.join(root, file))), bundled];
  }
  if (platform === 'darwin') {
    const names = ['Google Chrome', 'Chromium', 'Microsoft Edge', 'Brave Browser'];
    return [...names.map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`), bundled];
  }
  // Chromium without its windows and menus: the same engine, and less than half the work for each page that is opened.
  const names = ['chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'microsoft-edge-stable', 'microsoft-edge'];
  const folders = [...(env.PATH ?? '').split(path.delimiter), '/usr/bin', '/usr/local/bin', '/opt/google/chrome', '/opt/microsoft/msedge'];
  return [...[...names, 'chrome', 'msedge'].flatMap((name) => folders.map((folder) => path.join(folder, name))), bundled];
}

/**
 * Ubuntu has a /usr/bin/chromium-browser that only says that a snap is needed, so a file that is there is asked.
 * (On Windows, asking would open a window.)
 */
const answers = (file) => platform === 'win32' || spawnSync(file, ['--version'], { timeout: 20_000 }).status === 0;

export function findBrowser() {
  const told = env.CHROME_PATH;
  if (told) {
    if (!fs.existsSync(told)) throw new Error(`CHROME_PATH is set to ${told}, which does not exist.`);
    return told;
  }
  return candidates().find((file) => fs.existsSync(file) && answers(file));
}
