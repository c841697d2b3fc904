import { expect, test } from 'vitest';
import { hostileFile } from '../../test/hostile-files.ts';
import { faultOf } from '../../test/hostile-outcome.ts';

const seed = 2026;
const batch = 50;

test.each([0, 1, 2, 3, 4, 5])(
  'hostile files end in a reading or a refusal (batch %i)',
  { timeout: 60_000 },
  async (part) => {
    const faults: string[] = [];
    for (let index = part * batch; index < (part + 1) * batch; index++) {
      const { story, bytes } = hostileFile(seed, index);
      const fault = await faultOf(bytes);
      if (fault !== undefined) faults.push(`seed ${seed}, file ${index} (${story}): ${fault}`);
    }
    expect(faults).toEqual([]);
  },
);
