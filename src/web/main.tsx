import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { client } from './api/client.ts';
import { language } from './i18n/language.ts';
import { Toasts } from './ui/toast.tsx';
import './ui/fonts.css';
import './ui/tokens.css';
import './ui/base.css';
import './ui/parts.css';
import './ui/over.css';
import './ui/layout.css';

// Read by zod when a screen loads it: the page's policy allows no code made at run time, which zod would try.
Object.assign(globalThis, { __zod_globalConfig: { jitless: true } });

async function start(): Promise<void> {
  if (!('Temporal' in globalThis)) await import('temporal-polyfill/global');
  const { router } = await import('./router.tsx');
  document.documentElement.lang = language();
  const root = document.getElementById('root');
  if (!root) throw new Error('No #root in the page');
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={client}>
        <RouterProvider router={router} />
        <Toasts />
      </QueryClientProvider>
    </StrictMode>,
  );
}

await start();
