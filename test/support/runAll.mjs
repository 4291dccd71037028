// Everything that is checked, each step a process of its own, two beside each other where neither needs the other; what
// a step prints is shown whole when it has ended. The last line is "N passed, N failed":
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

const GATE = { name: 'browser set-up', command: [process.execPath, 'test/support/setUpBrowser.mjs'], isGate: true };
/** Two lanes of about the same length; no step needs one of the other lane, nor what it is writing. */
const BESIDE = [
  [{ name: 'unit tests', command: script('test:unit', ...reporters('unit')), report: report('unit') }],
  [
    { name: 'type check', command: script('check') },
    { name: 'lint', command: script('lint') },
    { name: 'build', command: script('build'), env: { NODE_ENV: 'production' } },
    { name: 'data check', command: script('data') },
    { name: 'sizes', command: script('size'), needs: 'build' },
  ],
];
const LAST = [{ name: 'end-to-end tests', command: script('test:e2e', ...reporters('e2e')), report: report('e2e'), needs: 'build', env: { ATLAS_DIST: 'ready' } }];

/** The children are groups of their own, so that one which hangs is ended with all that it started. */
const running = new Set();
/** What steps beside each other have printed and nobody has seen yet. */
const unseen = new Set();
function end(child) {
  if (child.pid === undefined) return;
  try {
    if (process.platform === 'win32') child.kill('SIGKILL');
    else process.kill(-child.pid, 'SIGKILL');
  } catch (error) {
    if (error.code !== 'ESRCH') throw error;
  }
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => {
    for (const child of running) end(child);
    for (const texts of unseen) process.stdout.write(texts.join(''));
    fs.rmSync(scratch, { recursive: true, force: true });
    process.exit(130);
  });
}

/**
 * @param onText Hears what it prints, as it comes.
 * @returns {Promise<boolean>} Whether it ended by itself and with code 0.
 */
function succeeds({ name, command, env }, onText) {
  return new Promise((resolve) => {
    const [file, ...words] = command;
    const child = spawn(file, words, {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, ...env },
      detached: process.platform !== 'win32',
      shell: process.platform === 'win32' && file === 'npm',
    });
    running.add(child);
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', onText);
    let isLate = false;
    // Until all that it started has let go of its output, too: a step that leaves something behind hangs.
    const alarm = setTimeout(() => {
      isLate = true;
      onText(`“${name}” was ended: it had not finished after ${STEP_LIMIT_MS / 60_000} minutes.\n`);
      end(child);
    }, STEP_LIMIT_MS);
    const settle = (isGood) => {
      clearTimeout(alarm);
      running.delete(child);
      resolve(isGood);
    };
    child.on('error', (error) => {
      onText(`“${name}” could not be started: ${error.message}\n`);
      settle(false);
    });
    child.on('close', (code) => settle(code === 0 && !isLate));
  });
}

/** Tests of one vitest run, from its own report; a run without a report, or without tests, is one failure. */
function testCounts(file, isGood, onText) {
  let run;
  try {
    run = JSON.parse(fs.readFileSync(file, 'utf8'));
  } catch (error) {
    onText(`The test runner left no report (${error.message}).\n`);
    return { passed: 0, failed: 1 };
  }
  const passed = run.numPassedTests;
  const notRun = run.numPendingTests + run.numTodoTests;
  const brokenFiles = run.testResults.filter((result) => result.status === 'failed' && result.assertionResults.length === 0).length;
  let failed = run.numFailedTests + notRun + brokenFiles;
  if (notRun > 0) onText(`${notRun} tests were skipped; a skipped test counts as failed.\n`);
  if (brokenFiles > 0) onText(`${brokenFiles} test files could not be run.\n`);
  if (run.numTotalTests === 0) onText('No test was run.\n');
  // An error outside every test, or nothing run at all: the runner says no although no test failed.
  if (failed === 0 && (!isGood || run.success !== true || run.numTotalTests === 0)) failed = 1;
  return { passed, failed };
}

const counted = new Map();

/** @param isAlone What it prints is shown as it comes; beside another it is shown whole at its end. */
async function run(step, isAlone) {
  const startMs = performance.now();
  const heading = `\n── ${step.name} ──\n`;
  const texts = [];
  unseen.add(texts);
  const show = (text) => {
    if (isAlone) process.stdout.write(text);
    else texts.push(text);
  };
  show(heading);
  const isReached = step.needs === undefined || counted.get(step.needs)?.failed === 0;
  if (!isReached) show(`Not run: “${step.needs}” failed.\n`);
  const isGood = isReached && (await succeeds(step, show));
  const counts = step.report !== undefined && isReached ? testCounts(step.report, isGood, show) : { passed: isGood && !step.isGate ? 1 : 0, failed: isGood ? 0 : 1 };
  const seconds = `${((performance.now() - startMs) / 1000).toFixed(1)} s`;
  const isWhole = counts.failed === 0;
  show(`── ${step.name}: ${isWhole ? 'ok' : 'FAILED'}, ${seconds} ──\n`);
  process.stdout.write(texts.join(''));
  unseen.delete(texts);
  counted.set(step.name, { ...counts, line: `${isWhole ? 'ok    ' : 'FAILED'} ${step.name.padEnd(18)}${seconds.padStart(9)}${step.report === undefined ? '' : `   ${counts.passed} passed, ${counts.failed} failed`}` });
}

/** Lanes run beside each other, the steps of one after one another. */
const inLanes = (lanes) => Promise.all(lanes.map(async (lane) => {
  for (const step of lane) await run(step, lanes.length === 1);
}));

await inLanes([[GATE]]);
if (counted.get(GATE.name)?.failed === 0) {
  await inLanes(BESIDE);
  await inLanes([LAST]);
}
const steps = [GATE, ...BESIDE.flat(), ...LAST];
const reached = steps.flatMap(({ name }) => counted.get(name) ?? []);
const lines = reached.map(({ line }) => line);
const total = { passed: reached.reduce((sum, { passed }) => sum + passed, 0), failed: reached.reduce((sum, { failed }) => sum + failed, 0) };
fs.rmSync(scratch, { recursive: true, force: true });

console.log(`\n${lines.join('\n')}\n`);
process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0;
console.log(`${total.passed} passed, ${total.failed} failed`);
