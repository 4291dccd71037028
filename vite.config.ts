import { fileURLToPath } from 'node:url';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vite';
import { prerender } from './src/prerender/plugin.ts';

export default defineConfig({
  // Relative: the same dist/ works at “/”, at any sub-path and from a folder.
  base: './',
  plugins: [svelte({ configFile: false, compilerOptions: { runes: true } }), prerender('src/prerender/server.ts')],
  // Workbooks are packed without fflate's own workers, which a strict content security policy refuses.
  resolve: { alias: [{ find: /^fflate$/, replacement: fileURLToPath(new URL('./src/download/zip.ts', import.meta.url)) }] },
  build: {
    target: 'es2020',
    modulePreload: { polyfill: false },
    // Data addresses in CSS or HTML would be refused by a strict content security policy.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 600,
  },
  preview: { port: 4173, strictPort: false },
});
