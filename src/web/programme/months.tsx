import { IconArrowRight } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { ProgrammeItem } from '../../features/programme/contract.ts';
import { useWords } from '../i18n/language.ts';
import { ItemStateWords } from './state.tsx';
import { programmeWords } from './words.ts';

/** The year as twelve months, each with its work; on a phone one below the other. */
export function Months({
  items,
  asOf,
  thisMonth,
  filtered,
}: {
  items: readonly ProgrammeItem[];
  /** The day asked for in the address. */
  asOf: string | undefined;
  /** The month of the day shown, where it is of this year. */
  thisMonth: number | null;
  /** Under a filter months without work are left out. */
  filtered: boolean;
}) {
  const said = useWords(programmeWords);
  const all = Array.from({ length: 12 }, (_, at) => at + 1);
  const byMonth = Map.groupBy(items, ({ month }) => month);
  return (
    <div className="months">
      {all
        .filter((month) => !filtered || byMonth.has(month))
        .map((month) => {
          const own = byMonth.get(month) ?? [];
          const counted = own.filter(({ state }) => state !== 'dropped');
          const done = counted.filter(({ state }) => state === 'done' || state === 'done-late').length;
          return (
            <section
              key={month}
              className={month === thisMonth ? 'card month this-month' : 'card month'}
              aria-label={said.monthOf(month)}
            >
              <div className="row apart">
                <h2>{said.monthOf(month)}</h2>
                {counted.length > 0 && (
                  <span className="small quiet">{said.monthDone(done, counted.length)}</span>
                )}
              </div>
              {own.length === 0 && <p className="small quiet">{said.emptyMonth}</p>}
              <ul className="plain">
                {own.map((item) => (
                  <li key={item.id} className={item.state}>
                    <Item item={item} asOf={asOf} />
                  </li>
                ))}
              </ul>
            </section>
          );
        })}
    </div>
  );
}

function Item({ item, asOf }: { item: ProgrammeItem; asOf: string | undefined }) {
  const said = useWords(programmeWords);
  return (
    <>
      <Link to="/programme/$id" params={{ id: item.id }} search={{ asOf }} className="item-words">
        {item.words}
      </Link>
      <span className="small quiet">
        {[item.lead.name, item.submittedTo].filter(Boolean).join(' → ')}
        {item.added && ` · ${said.added}`}
      </span>
      {item.timesMoved > 0 && (
        <span className="small soon-words">
          <IconArrowRight size={13} aria-hidden /> {said.movedFrom(item.firstMonth, item.timesMoved)}
        </span>
      )}
      <ItemStateWords item={item} />
    </>
  );
}
