import { IconX } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { DirectiveFilter } from '../../domain/directives/filter.ts';
import { showDay } from '../i18n/format.ts';
import { useWords } from '../i18n/language.ts';
import { useUnits } from '../organisation/use-units.ts';
import { figureWords } from './figure-words.ts';
import { searchOf, useFilter } from './use-filter.ts';

type Part = readonly [words: string, without: Partial<DirectiveFilter>];

/** What narrows the list beyond the fields above it, as a number elsewhere opened it; each part can be let go. */
export function FigureNote() {
  const said = useWords(figureWords);
  const { filter } = useFilter();
  const { data: units = [] } = useUnits();
  const named = (id: string) => units.find((unit) => unit.id === id)?.name ?? said.aUnit;
  const between = (from: string | undefined, to: string | undefined) => `${showDay(from)} – ${showDay(to)}`;
  const parts: (Part | false)[] = [
    filter.share !== undefined && [
      filter.share.length === 4 ? said.base : filter.share.map((share) => said.share[share]).join(', '),
      { share: undefined },
    ],
    (filter.periodFrom ?? filter.periodTo) !== undefined && [
      said.firstDue(between(filter.periodFrom, filter.periodTo)),
      { periodFrom: undefined, periodTo: undefined },
    ],
    (filter.closedFrom ?? filter.closedTo) !== undefined && [
      said.closed(between(filter.closedFrom, filter.closedTo)),
      { closedFrom: undefined, closedTo: undefined },
    ],
    filter.asked !== undefined && [said.asked, { asked: undefined }],
    filter.waiting !== undefined && [said.waiting(named(filter.waiting)), { waiting: undefined }],
    filter.givenBy !== undefined && [
      said.givenBy(filter.givenBy.map(named).join(', ')),
      { givenBy: undefined },
    ],
    filter.lead !== undefined && [said.noLead, { lead: undefined }],
    filter.person !== undefined && [said.person, { person: undefined }],
    filter.level !== undefined && [said.level[filter.level], { level: undefined }],
  ];
  const shown = parts.filter((part): part is Part => part !== false);
  if (shown.length === 0) return null;
  return (
    <ul className="plain row" aria-label={said.label}>
      {shown.map(([words, without]) => (
        <li key={words}>
          <Link
            className="badge blue"
            to="/directives"
            search={searchOf({ ...filter, ...without })}
            aria-label={said.letGo(words)}
          >
            {words} <IconX size={14} aria-hidden />
          </Link>
        </li>
      ))}
    </ul>
  );
}
