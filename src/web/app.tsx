import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { client } from './api/client.ts';
import { hearLanguage, language } from './i18n/language.ts';
import { router } from './router.tsx';
import { Toasts } from './ui/toast.tsx';

/** Draws the screens into the page. */
export function draw(): void {
  document.documentElement.lang = language();
  const root = document.getElementById('root');
  if (!root) throw new Error('No #root in the page');
  hearLanguage(() => void client.invalidateQueries());
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={client}>
        <RouterProvider router={router} />
        <Toasts />
      </QueryClientProvider>
    </StrictMode>,
  );
}
