import { IconDownload, IconFileImport, IconPlus, IconRubberStamp } from '@tabler/icons-react';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { ProgrammeFilter } from '../../domain/programme/filter.ts';
import { ItemState } from '../../domain/programme/item.ts';
import { exportProgramme, getProgramme, type Programme } from '../../features/programme/contract.ts';
import { addressOf, call } from '../api/call.ts';
import { showDay } from '../i18n/format.ts';
import { useWords } from '../i18n/language.ts';
import { searchOf } from '../planning/address.ts';
import { PlanPage } from '../planning/plan-page.tsx';
import { usePlan } from '../planning/use-plan.ts';
import { SourceLink } from '../record/source-link.tsx';
import { AbleButton } from '../ui/able-button.tsx';
import { ApproveDialog } from './act-dialogs.tsx';
import { Months } from './months.tsx';
import { PlanDialog } from './plan-dialog.tsx';
import { programmeWords } from './words.ts';
import './programme.css';

/** The year as twelve months: plan against result. */
export function ProgrammePage() {
  const said = useWords(programmeWords);
  const plan = usePlan('/programme', ProgrammeFilter, (query, options) =>
    call(getProgramme, { query }, options),
  );
  const { filter, year } = plan;
  const { data } = plan.found;
  const [doing, setDoing] = useState<Doing | null>(null);
  const close = () => setDoing(null);
  return (
    <>
      <PlanPage
        {...{ plan, said }}
        states={ItemState.options}
        acts={<Acts {...{ data, filter, year }} onDo={setDoing} />}
        under={
          data &&
          data.items.length > 0 && (
            <p className="small quiet">
              {data.approval ? <Approval approval={data.approval} /> : said.draft}
            </p>
          )
        }
        narrowing={<OnlyMoved filter={filter} data={data} />}
      >
        {({ items, asOf }) => (
          <Months
            items={items}
            asOf={filter.asOf}
            thisMonth={asOf.startsWith(`${year}-`) ? Number(asOf.slice(5, 7)) : null}
            filtered={Object.keys(filter).some((name) => name !== 'year')}
          />
        )}
      </PlanPage>
      {doing === 'add' && <PlanDialog year={year} approved={Boolean(data?.approval)} onClose={close} />}
      {doing === 'approve' && <ApproveDialog year={year} onClose={close} />}
    </>
  );
}

type Doing = 'add' | 'approve';

function Acts({
  data,
  filter,
  year,
  onDo,
}: {
  data: Programme | undefined;
  filter: ProgrammeFilter;
  year: number;
  onDo: (doing: Doing) => void;
}) {
  const said = useWords(programmeWords);
  const abilities = data?.abilities;
  return (
    <>
      <a className="button" href={addressOf(exportProgramme, { query: filter })} download>
        <IconDownload size={18} aria-hidden /> {said.excel}
      </a>
      {abilities?.bringIn === true && (
        <Link to="/programme/import" search={{ year: String(year) }} className="button">
          <IconFileImport size={18} aria-hidden /> {said.bringIn}
        </Link>
      )}
      {abilities?.approve === true && (
        <AbleButton ability={true} onClick={() => onDo('approve')}>
          <IconRubberStamp size={18} aria-hidden /> {said.approve}
        </AbleButton>
      )}
      <AbleButton ability={abilities?.add} kind="primary" onClick={() => onDo('add')}>
        <IconPlus size={18} aria-hidden /> {said.add}
      </AbleButton>
    </>
  );
}

function Approval({ approval }: { approval: NonNullable<Programme['approval']> }) {
  const said = useWords(programmeWords);
  const { on, document } = approval;
  return (
    <>
      {said.approved(showDay(on))} <SourceLink source={document} />
    </>
  );
}

/** Only what was moved; how much that is stands beside it. */
function OnlyMoved({ filter, data }: { filter: ProgrammeFilter; data: Programme | undefined }) {
  const said = useWords(programmeWords);
  const navigate = useNavigate();
  const moved = data?.moved ?? { items: 0, times: 0 };
  return (
    <label className="check moved-only">
      <input
        type="checkbox"
        checked={filter.moved !== undefined}
        onChange={(event) =>
          void navigate({
            to: '/programme',
            search: searchOf({ ...filter, moved: event.target.checked ? 'true' : undefined }),
            replace: true,
          })
        }
      />
      {said.onlyMoved} ({said.movedWords(moved.items, moved.times)})
    </label>
  );
}
