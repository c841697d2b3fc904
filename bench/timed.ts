/**
 * Medians of some rounds in ms, after half as many that warm up (at least one); taken in turn, so that what else the machine
 * does falls on all.
 */
export async function timedTogether<Works extends (() => Promise<unknown>)[]>(
  rounds: number,
  ...works: Works
): Promise<{ [At in keyof Works]: number }> {
  for (let round = 0; round < rounds / 2; round += 1) for (const work of works) await work();
  const times = works.map((): number[] => []);
  for (let round = 0; round < rounds; round += 1)
    for (const [at, work] of works.entries()) {
      const began = performance.now();
      await work();
      times[at]?.push(performance.now() - began);
    }
  const medians = times.map((own) => own.toSorted((a, b) => a - b)[Math.floor(own.length / 2)] ?? 0);
  return medians as { [At in keyof Works]: number };
}

/** As `timedTogether`, of one work alone. */
export async function timed(rounds: number, work: () => Promise<unknown>): Promise<number> {
  const [median] = await timedTogether(rounds, work);
  return median;
}
