import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

const root = fileURLToPath(new URL('.', import.meta.url));

interface Door {
  method: string;
  path: string;
  creates?: boolean;
  upload?: boolean;
}

const isDoor = (value: unknown): value is Door =>
  typeof value === 'object' &&
  value !== null &&
  'method' in value &&
  'path' in value &&
  'permission' in value;

/**
 * Of a contract the browser needs only where and how to call: schemas stay with the server, which checks everything
 * anyway, and types cost nothing. That keeps 40 kB of zod out of the first page.
 */
function contractsAsDoors(): Plugin {
  return {
    name: 'contracts-as-doors',
    enforce: 'pre',
    async load(id) {
      const path = id.split('?')[0] ?? id;
      if (!/^src\/features\/[a-z-]+\/contract\.ts$/u.test(relative(root, path).replaceAll('\\', '/'))) return;
      const contract: Record<string, unknown> = await import(path);
      return Object.entries(contract)
        .filter((entry): entry is [string, Door] => isDoor(entry[1]))
        .map(([name, { method, path: at, creates, upload }]) => {
          return `export const ${name} = ${JSON.stringify({ method, path: at, creates, upload })};`;
        })
        .join('\n');
    },
  };
}

/** What every first page needs, whoever opens it: one file instead of fifty, since each costs the line a turn. */
const first =
  /node_modules\/(?:react|react-dom|scheduler|@tanstack\/(?:react-router|react-query|router-core|query-core|history|store|react-store))\/|src\/web\/app\.tsx/u;

/** Fetches the first page's code together with the small file that asks for it, not after it. */
function firstPageAtOnce(): Plugin {
  return {
    name: 'first-page-at-once',
    transformIndexHtml: {
      order: 'post',
      handler(_html, { bundle = {} }) {
        const chunks = Object.values(bundle).filter((one) => one.type === 'chunk');
        const app = chunks.find(({ facadeModuleId }) => facadeModuleId?.endsWith('/src/web/app.tsx'));
        if (!app) return [];
        const needed = chunks.filter(({ fileName }) => [app.fileName, ...app.imports].includes(fileName));
        const link = (rel: string, file: string) => ({
          tag: 'link',
          attrs: { rel, crossorigin: true, href: `/${file}` },
          injectTo: 'head' as const,
        });
        return needed.flatMap(({ fileName, viteMetadata }) => [
          link('modulepreload', fileName),
          ...[...(viteMetadata?.importedCss ?? [])].map((file) => link('stylesheet', file)),
        ]);
      },
    },
  };
}

/** `npm start` serves the built page; while working on screens, `vite` serves them and hands the API on to it. */
export default defineConfig({
  plugins: [contractsAsDoors(), react(), firstPageAtOnce()],
  build: {
    outDir: 'dist/web',
    emptyOutDir: true,
    // The first versions with CSS light-dark(), popover and nesting.
    target: ['chrome123', 'edge123', 'firefox125', 'safari17.5'],
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    rolldownOptions: {
      output: {
        codeSplitting: {
          includeDependenciesRecursively: false,
          groups: [
            // What `main.tsx` fetches with, apart: nothing else may run before Temporal is there.
            { name: 'start', test: /preload-helper/u, priority: 3 },
            { name: 'first', test: first, priority: 2, includeDependenciesRecursively: true },
            { name: 'shared', test: /@tabler|src\/web\/ui\//u, minShareCount: 3 },
          ],
        },
      },
    },
  },
  server: { proxy: { '/api': process.env.TRONGTAM_DEV_API ?? 'http://127.0.0.1:8686' } },
});
