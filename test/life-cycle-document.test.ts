import { expect, test } from 'vitest';
import { lifeCycleDocuments } from '../docs/life-cycle.ts';
import { textOf } from './repository.ts';

test.each(Object.entries(lifeCycleDocuments()))(
  '%s tells the life cycles as they are defined',
  (path, text) => {
    // Else: node docs/life-cycle.ts
    expect(textOf(path)).toBe(text);
  },
);
