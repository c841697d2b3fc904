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
      if (!/^src\/features\/[a-z]+\/contract\.ts$/u.test(relative(root, path).replaceAll('\\', '/'))) return;
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

/** `npm start` serves the built page; while working on screens, `vite` serves them and hands the API on to it. */
export default defineConfig({
  plugins: [contractsAsDoors(), react()],
  build: {
    outDir: 'dist/web',
    emptyOutDir: true,
    // The first versions with CSS light-dark(), popover and nesting.
    target: ['chrome123', 'edge123', 'firefox125', 'safari17.5'],
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
  },
  server: { proxy: { '/api': process.env.TRONGTAM_DEV_API ?? 'http://127.0.0.1:8686' } },
});
