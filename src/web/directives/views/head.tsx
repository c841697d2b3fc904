import {
  IconCalendarMonth,
  IconFileImport,
  IconFileSpreadsheet,
  IconFileText,
  IconLayoutKanban,
  IconPhoto,
  IconPlus,
  IconPrinter,
  IconTable,
  IconTimeline,
  IconUserCheck,
} from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { ViewKind } from '../../../domain/directives/view.ts';
import { exportDirectivesCsv, exportDirectivesXlsx } from '../../../features/directives/contract.ts';
import { addressOf } from '../../api/call.ts';
import { useMay, useSession } from '../../api/client.ts';
import { Figure } from '../../figures/figure.tsx';
import { showDay } from '../../i18n/format.ts';
import { useWords } from '../../i18n/language.ts';
import { PapersDialog } from '../../papers/papers-dialog.tsx';
import { paperWords } from '../../papers/words.ts';
import { FoundElsewhere } from '../../tasks/found-elsewhere.tsx';
import { say } from '../../ui/toast.tsx';
import { searchWith, useFilter, useView } from '../use-filter.ts';
import { directiveWords } from '../words.ts';
import { useFilterWords } from './filter-words.ts';
import { savePicture } from './png.ts';
import { SavedViews } from './saved-views.tsx';
import { type Drawing, sheetOf } from './sheet.ts';
import { viewWords } from './words.ts';
import './views.css';

const icons = {
  table: IconTable,
  board: IconLayoutKanban,
  calendar: IconCalendarMonth,
  timeline: IconTimeline,
};

/** Title, ways to look, ways to take away: the same over every view of directives. */
export function DirectivesHead({ total, picture }: { total: number | undefined; picture: () => Drawing }) {
  const said = useWords(directiveWords);
  const may = useMay();
  const { filter } = useFilter();
  const { view } = useView();
  return (
    <>
      <header className="page-head">
        <div>
          <h1>{said.title}</h1>
          <p className="quiet" role="status">
            {total !== undefined && (
              <Figure
                value={total}
                door={{ to: '/directives', search: searchWith(filter, view) }}
                className="here"
                current
              >
                {said.count}
              </Figure>
            )}
            {total !== undefined && filter.q && <> {said.matching(filter.q)}</>}
          </p>
          {filter.q && <FoundElsewhere q={filter.q} />}
        </div>
        <span className="row no-print">
          {may('directive.act') && (
            <Link to="/directives/mine" className="button">
              <IconUserCheck size={18} aria-hidden /> {said.mine}
            </Link>
          )}
          <a className="button" href={addressOf(exportDirectivesXlsx, { query: filter })} download>
            <IconFileSpreadsheet size={18} aria-hidden /> {said.excel}
          </a>
          <a className="button desk-only" href={addressOf(exportDirectivesCsv, { query: filter })} download>
            {said.csv}
          </a>
          <Papers total={total} />
          <TakeAway picture={picture} />
          {may('directive.give') && (
            <Link to="/directives/import" className="button">
              <IconFileImport size={18} aria-hidden /> {said.bringIn}
            </Link>
          )}
          {may('directive.give') && (
            <Link to="/directives/give" className="button primary">
              <IconPlus size={18} aria-hidden /> {said.give}
            </Link>
          )}
        </span>
      </header>
      <PrintedFilter />
      <div className="row view-bar no-print">
        <ViewSwitch />
        <SavedViews />
      </div>
    </>
  );
}

/** Papers written from what is in view. */
function Papers({ total }: { total: number | undefined }) {
  const said = useWords(paperWords);
  const { filter } = useFilter();
  const [open, setOpen] = useState(false);
  return (
    <>
      <button type="button" className="button" onClick={() => setOpen(true)}>
        <IconFileText size={18} aria-hidden /> {said.papers}
      </button>
      {open && <PapersDialog filter={filter} total={total} onClose={() => setOpen(false)} />}
    </>
  );
}

function ViewSwitch() {
  const said = useWords(viewWords);
  const { filter } = useFilter();
  const { view } = useView();
  const now = view.view ?? 'table';
  return (
    <nav aria-label={said.views}>
      <ul className="plain view-switch">
        {ViewKind.options.map((kind) => {
          const Icon = icons[kind];
          return (
            <li key={kind}>
              <Link
                to="/directives"
                search={searchWith(filter, { ...view, view: kind })}
                activeOptions={{ exact: true }}
                activeProps={{}}
                aria-current={kind === now ? 'page' : undefined}
              >
                <Icon size={17} aria-hidden /> {said.view[kind]}
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}

/** A picture of the view at the size of a printed page, and the printed page itself. */
function TakeAway({ picture }: { picture: () => Drawing }) {
  const said = useWords(viewWords);
  const { title } = useWords(directiveWords);
  const { filter } = useFilter();
  const { agency, today } = useSession();
  const words = useFilterWords(filter);
  const save = () => {
    const head = {
      agency: agency?.name ?? '',
      title,
      filter: words,
      asOf: said.asOf(showDay(filter.asOf ?? today)),
    };
    savePicture(sheetOf(head, picture()), `${title} ${filter.asOf ?? today}.png`).catch(() =>
      say(said.pictureFailed),
    );
  };
  return (
    <>
      <button
        type="button"
        className="button desk-only"
        title={said.picture}
        aria-label={said.picture}
        onClick={save}
      >
        <IconPhoto size={18} aria-hidden />
      </button>
      <button
        type="button"
        className="button desk-only"
        title={said.print}
        aria-label={said.print}
        onClick={() => window.print()}
      >
        <IconPrinter size={18} aria-hidden />
      </button>
    </>
  );
}

/** What a printed page says of itself: whose it is, under which filter, as of which day. */
function PrintedFilter() {
  const said = useWords(viewWords);
  const { filter } = useFilter();
  const { agency, today } = useSession();
  const words = useFilterWords(filter);
  return (
    <p className="print-only">
      {agency?.name} · {words} · {said.asOf(showDay(filter.asOf ?? today))}
    </p>
  );
}
