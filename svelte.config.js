import { vitePreprocess } from '@sveltejs/vite-plugin-svelte';

/** Read by editors and svelte-check; the build gives the same options in vite.config.ts. */
export default { preprocess: vitePreprocess({ script: false }), compilerOptions: { runes: true } };
