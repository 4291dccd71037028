// Runs a TypeScript module's main() on every supported Node: `node src/prerender/run.mjs data --lang en`.
import { runnerImport } from 'vite';

const [name = 'data', ...args] = process.argv.slice(2);
const { module } = await runnerImport(new URL(`./${name}.ts`, import.meta.url).pathname, { configFile: false, logLevel: 'error' });
process.exitCode = await module.main(args);
