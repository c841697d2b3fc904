import './ui/fonts.css';
import './ui/tokens.css';
import './ui/base.css';
import './ui/parts.css';
import './ui/over.css';
import './ui/layout.css';

// Read by zod when a screen loads it: the page's policy allows no code made at run time, which zod would try.
Object.assign(globalThis, { __zod_globalConfig: { jitless: true } });

// Small, and before everything else: the rest of the code may count on Temporal.
if (!('Temporal' in globalThis)) await import('temporal-polyfill/global');
const { draw } = await import('./app.tsx');
draw();
