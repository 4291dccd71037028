// Everything that is checked, in order, each step a process of its own. The last line is "N passed, N failed":
// each unit and end-to-end test counts once, and so does each other step. What crashes, hangs, is skipped or
// is never reached counts as failed.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'atlas-test-'));
const STEP_LIMIT_MS = 12 * 60_000;

/** npm runs us with the path of its own program; without npm, the one on PATH is used. */
const npm = process.env.npm_execpath ? [process.execPath, process.env.npm_execpath] : ['npm'];
const script = (name, ...words) => [...npm, 'run', '--silent', name, ...(words.length > 0 ? ['--', ...words] : [])];
const report = (name) => path.join(scratch, `${name}.json`);
const reporters = (name) => ['--reporter=default', '--reporter=json', `--outputFile.json=${report(name)}`];

const STEPS = [
  { name: 'browser set-up', command: [process.execPath, 'test/support/setUpBrowser.mjs'], isGate: true },
  { name: 'type check', command: script('check') },
  { name: 'lint', command: script('lint') },
  { name: 'unit tests', command: script('test:unit', ...reporters('unit')), report: report('unit') },
  { name: 'build', command: script('build'), env: { NODE_ENV: 'production' } },
  { name: 'data check', command: script('data') },
  { name: 'end-to-end tests', command: script('test:e2e', ...reporters('e2e')), report: report('e2e'), needs: 'build', env: { ATLAS_DIST: 'ready' } },
  { name: 'sizes', command: script('size'), needs: 'build' },
];

/** The children are groups of their own, so that one which hangs is ended with all that it started. */
let running;
function end() {
  if (running?.pid === undefined) return;
  try {
    if (process.platform === 'win32') running.kill('SIGKILL');
    else process.kill(-running.pid, 'SIGKILL');
  } catch (error) {
    if (error.code !== 'ESRCH') throw error;
  }
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => {
    end();
    process.exit(130);
  });
}

/** @returns {Promise<boolean>} Whether it ended by itself and with code 0. */
function succeeds({ name, command, env }) {
  return new Promise((resolve) => {
    const [file, ...words] = command;
    const child = spawn(file, words, {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, ...env },
      detached: process.platform !== 'win32',
      shell: process.platform === 'win32' && file === 'npm',
    });
    running = child;
    const alarm = setTimeout(() => {
      console.error(`“${name}” was ended: it had not finished after ${STEP_LIMIT_MS / 60_000} minutes.`);
      end();
    }, STEP_LIMIT_MS);
    const settle = (isGood) => {
      clearTimeout(alarm);
      running = undefined;
      resolve(isGood);
    };
    child.on('error', (error) => {
      console.error(`“${name}” could not be started: ${error.message}`);
      settle(false);
    });
    child.on('close', (code) => settle(code === 0));
  });
}

/** Tests of one vitest run, from its own report; a run without a report, or without tests, is one failure. */
function testCounts(file, isGood) {
  let run;
  try {
    run = JSON.parse(fs.readFileSync(file, 'utf8'));
  } catch (error) {
    console.error(`The test runner left no report (${error.message}).`);
    return { passed: 0, failed: 1 };
  }
  const passed = run.numPassedTests;
  const notRun = run.numPendingTests + run.numTodoTests;
  const brokenFiles = run.testResults.filter((result) => result.status === 'failed' && result.assertionResults.length === 0).length;
  let failed = run.numFailedTests + notRun + brokenFiles;
  if (notRun > 0) console.error(`${notRun} tests were skipped; a skipped test counts as failed.`);
  if (brokenFiles > 0) console.error(`${brokenFiles} test files could not be run.`);
  if (run.numTotalTests === 0) console.error('No test was run.');
  // An error outside every test, or nothing run at all: the runner says no although no test failed.
  if (failed === 0 && (!isGood || run.success !== true || run.numTotalTests === 0)) failed = 1;
  return { passed, failed };
}

const done = new Map();
const total = { passed: 0, failed: 0 };
const lines = [];
for (const step of STEPS) {
  console.log(`\n── ${step.name} ──`);
  const startMs = performance.now();
  const isReached = step.needs === undefined || done.get(step.needs) === true;
  if (!isReached) console.error(`Not run: “${step.needs}” failed.`);
  const isGood = isReached && (await succeeds(step));
  const counts = step.report !== undefined && isReached ? testCounts(step.report, isGood) : { passed: isGood && !step.isGate ? 1 : 0, failed: isGood ? 0 : 1 };
  done.set(step.name, counts.failed === 0);
  total.passed += counts.passed;
  total.failed += counts.failed;
  const seconds = `${((performance.now() - startMs) / 1000).toFixed(1)} s`;
  lines.push(`${counts.failed === 0 ? 'ok    ' : 'FAILED'} ${step.name.padEnd(18)}${seconds.padStart(9)}${step.report === undefined ? '' : `   ${counts.passed} passed, ${counts.failed} failed`}`);
  console.log(`── ${step.name}: ${counts.failed === 0 ? 'ok' : 'FAILED'}, ${seconds} ──`);
  if (step.isGate && counts.failed > 0) break;
}
fs.rmSync(scratch, { recursive: true, force: true });

console.log(`\n${lines.join('\n')}\n`);
process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0;
console.log(`${total.passed} passed, ${total.failed} failed`);
