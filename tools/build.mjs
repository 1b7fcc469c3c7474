// Bundles the four products into dist/. `--minify` for packaging, `--watch` while developing.
// Plain JavaScript without dependencies but esbuild, so that `npm ci && npm run build` works on the system's Node.
import { chmodSync, readFileSync, rmSync } from 'node:fs';
import { build, context } from 'esbuild';

const minify = process.argv.includes('--minify');
const watch = process.argv.includes('--watch');

/** @type {import('esbuild').BuildOptions} */
const common = {
  bundle: true,
  outdir: 'dist',
  target: 'es2022',
  minify,
  sourcemap: minify ? false : 'linked',
  logLevel: 'warning',
  external: ['vscode'],
  define: { DOVELINT_VERSION: JSON.stringify(JSON.parse(readFileSync('package.json', 'utf8')).version) },
};
const browserFields = ['browser', 'module', 'main'];

/** What an extension host loads is CommonJS named `.cjs` (the worker host refuses ES modules); the worker's server is a plain script. */
const products = [
  {
    ...common,
    platform: 'node',
    format: 'cjs',
    outExtension: { '.js': '.cjs' },
    entryPoints: { client: 'client/src/extension.ts' },
  },
  {
    ...common,
    platform: 'browser',
    format: 'cjs',
    mainFields: browserFields,
    outExtension: { '.js': '.cjs' },
    entryPoints: { 'client.web': 'client/src/browser.ts' },
  },
  {
    ...common,
    platform: 'node',
    format: 'cjs',
    outExtension: { '.js': '.cjs' },
    banner: { js: '#!/usr/bin/env node' },
    entryPoints: { server: 'server/src/server.ts', dovelint: 'server/src/dovelint.ts' },
  },
  {
    ...common,
    platform: 'browser',
    format: 'iife',
    mainFields: browserFields,
    entryPoints: { 'server.web': 'server/src/browser.ts' },
  },
];

if (watch) {
  await Promise.all(products.map(async (options) => (await context({ ...options, logLevel: 'info' })).watch()));
} else {
  rmSync('dist', { recursive: true, force: true });
  await Promise.all(products.map((options) => build(options)));
  for (const bin of ['dist/server.cjs', 'dist/dovelint.cjs']) chmodSync(bin, 0o755);
}
