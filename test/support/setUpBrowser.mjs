// Finds the browser for the tests, or installs one where that is allowed (root on Debian or Ubuntu); and a Chinese font,
// without which Chinese text is boxes and its widths mean nothing. Says in words what is missing, and then fails.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { findBrowser, NO_BROWSER } from './findBrowser.mjs';

const mayInstall = process.platform === 'linux' && process.getuid?.() === 0 && fs.existsSync('/etc/debian_version');

function install(...packages) {
  console.log(`Installing ${packages.join(', ')} (root on a Debian-like system).`);
  const options = { stdio: 'inherit', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } };
  const isDone = [['update'], ['install', '-y', '--no-install-recommends', ...packages]].every((words) => spawnSync('apt-get', words, options).status === 0);
  if (!isDone) console.error(`apt-get could not install ${packages.join(', ')}.`);
}

function hasChineseFont() {
  if (process.platform !== 'linux') return true;
  const list = spawnSync('fc-list', [':lang=zh'], { encoding: 'utf8' });
  return list.status === 0 && list.stdout.trim() !== '';
}

try {
  // The shell is a package of its own in Debian 12 and later; elsewhere Chromium does as well, only slower.
  if (mayInstall && !process.env.CHROME_PATH && !findBrowser()?.includes('headless-shell')) install('chromium-headless-shell');
  if (findBrowser() === undefined && mayInstall) install('chromium', 'fontconfig', 'fonts-noto-cjk');
  if (!hasChineseFont() && mayInstall) install('fontconfig', 'fonts-noto-cjk');
  if (!hasChineseFont()) console.warn('No Chinese font was found: install fonts-noto-cjk (Debian, Ubuntu) or another one; until then Chinese text is boxes.');
  const browser = findBrowser();
  if (browser === undefined) {
    console.error(NO_BROWSER);
    process.exit(1);
  }
  console.log(`Browser: ${browser}`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
