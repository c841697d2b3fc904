import { IconDownload } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { sayDay } from '../../domain/deadlines/words.ts';
import { exportFigures, listFigures } from '../../features/figures/contract.ts';
import { addressOf, call } from '../api/call.ts';
import { showDay } from '../i18n/format.ts';
import { useWords } from '../i18n/language.ts';
import { useKeys } from '../ui/keys.ts';
import { Failed, Skeleton } from '../ui/state.tsx';
import { useTitle } from '../ui/title.ts';
import { Catalogue } from './catalogue.tsx';
import { Findings } from './findings.tsx';
import { ReadingChoices } from './reading-choices.tsx';
import { RecordsPanel } from './records-panel.tsx';
import { queryOf, useAsked } from './use-reading.ts';
import { figuresWords } from './words.ts';
import '../directives/directives.css';
import './figures.css';

/** Every figure of a period with what it is compared with; the reading and the figure that is open are the address. */
export function FiguresPage() {
  const said = useWords(figuresWords);
  useTitle(said.title);
  const { asked, open, part } = useAsked();
  const navigate = useNavigate();
  const query = queryOf(asked);
  const list = useQuery({
    queryKey: ['directives', 'figures', query],
    queryFn: ({ signal }) => call(listFigures, { query }, { signal }),
    placeholderData: (before) => before,
  });
  const close = () => void navigate({ to: '/figures', search: asked });
  useKeys({ Escape: close }, { active: open !== undefined });
  const { data } = list;
  return (
    <div className="page wide figures-page">
      <header>
        <h1>{said.title}</h1>
        {data && (
          <p className="quiet" role="status">
            {said.told(
              data.period.words,
              sayDay(data.period.from),
              sayDay(data.period.to),
              sayDay(data.period.cutOff),
            )}
            {asked.knownOn && `, ${said.known(showDay(asked.knownOn))}`}
          </p>
        )}
      </header>
      <ReadingChoices asked={asked} shown={data?.period} />
      <p>
        <a className="button small" href={addressOf(exportFigures, { query })} download>
          <IconDownload size={16} aria-hidden /> {said.excel}
        </a>
      </p>
      {list.isPending && <Skeleton rows={14} />}
      {list.isError && <Failed error={list.error} retry={() => void list.refetch()} />}
      {data && !list.isError && (
        <>
          <Findings findings={data.findings} asked={asked} />
          <div className={open ? 'list-and-panel open' : 'list-and-panel'}>
            <Catalogue list={data} asked={asked} open={open} />
            {open && (
              <RecordsPanel
                key={`${open} ${part?.by} ${part?.key}`}
                figure={open}
                part={part}
                asked={asked}
                onClose={close}
              />
            )}
          </div>
        </>
      )}
    </div>
  );
}
