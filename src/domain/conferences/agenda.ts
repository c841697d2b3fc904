import type { AgendaItem } from './facts.ts';

/** When each item of the agenda begins and ends, «08:00 – 08:15», one after the other from the start. */
export function agendaTimes(start: string, agenda: readonly AgendaItem[]): string[] {
  let at = Temporal.PlainTime.from(start);
  return agenda.map(({ minutes }) => {
    const begun = at;
    at = at.add({ minutes });
    return `${begun.toString({ smallestUnit: 'minute' })} – ${at.toString({ smallestUnit: 'minute' })}`;
  });
}
