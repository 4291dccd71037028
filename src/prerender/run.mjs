// Runs a TypeScript module's main() on every supported Node: `node src/prerender/run.mjs data --lang en`.
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

// Whoever reads only the first lines (“| head”) has closed the pipe: that is no fault.
process.stdout.on('error', (error) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

const [name = 'data', ...args] = process.argv.slice(2);
const { module } = await runnerImport(fileURLToPath(new URL(`./${name}.ts`, import.meta.url)), { configFile: false, logLevel: 'error' });
// A module that was built is imported from here: the runner has closed by then.
process.exitCode = await module.main(args, console.log, (address) => import(address));
