import { IconDownload } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import {
  inspectPaperTemplate,
  keepPaperTemplate,
  keptTemplateFile,
  listPaperTemplates,
  paperTemplate,
  type TemplateList,
  type TemplateReport,
  withdrawPaperTemplate,
} from '../../features/papers/contract.ts';
import { addressOf, call, upload } from '../api/call.ts';
import { client, useSession } from '../api/client.ts';
import { showDay } from '../i18n/format.ts';
import { useWords } from '../i18n/language.ts';
import { Button } from '../ui/button.tsx';
import { DayField } from '../ui/day-field.tsx';
import { Failed, Skeleton } from '../ui/state.tsx';
import { useTitle } from '../ui/title.ts';
import { say } from '../ui/toast.tsx';
import { useTrying } from '../ui/trying.ts';
import { templatesKey } from './by-template.tsx';
import { ChooseTemplate, InspectorReport } from './inspector.tsx';
import { paperWords } from './words.ts';

const keepList = (list: TemplateList) => void client.setQueryData(templatesKey, list);

/** The agency's own Word templates, kind by kind: which holds, which held before, and a new one from a day on. */
export function TemplatesPage() {
  const said = useWords(paperWords);
  useTitle(said.templates);
  const list = useQuery({ queryKey: templatesKey, queryFn: () => call(listPaperTemplates, {}) });
  return (
    <div className="page narrow">
      <header>
        <h1>{said.templates}</h1>
        <p className="quiet">{said.templatesHint}</p>
      </header>
      {list.isPending && <Skeleton rows={6} height={60} />}
      {list.isError && <Failed error={list.error} retry={() => void list.refetch()} />}
      {list.data?.items.map((item) => (
        <OneKind key={item.kind} item={item} />
      ))}
    </div>
  );
}

type Item = TemplateList['items'][number];

const names = {
  assignment: 'sheet',
  'urging-letter': 'letter',
  'review-report': 'report',
  'conclusion-notice': 'notice',
  invitation: 'invitation',
  programme: 'programme',
  'hand-over': 'handOver',
  'task-contract': 'taskContract',
  'contract-appendix': 'contractAppendix',
} as const satisfies Record<Item['kind'], keyof typeof paperWords.en>;

function OneKind({ item: { kind, name: printed, inForce, facts } }: { item: Item }) {
  const said = useWords(paperWords);
  const name = said[names[kind]];
  return (
    <section className="card padded stack" aria-labelledby={`template-${kind}`}>
      <div className="row apart">
        <h2 id={`template-${kind}`}>{name}</h2>
        <a className="button small" href={addressOf(paperTemplate, { query: { kind } })} download>
          <IconDownload size={16} aria-hidden /> {said.getTemplate}
          <span className="unseen">: {name}</span>
        </a>
      </div>
      {name !== printed && (
        <p className="small quiet">
          {said.printedAs} <span lang="vi">{`«${printed}»`}</span>
        </p>
      )}
      <p>{inForce ? said.inForce(inForce.name ?? '', showDay(inForce.from)) : said.standardHolds}</p>
      {facts.length > 0 && (
        <ul className="plain small">
          {facts.map((fact) => (
            <li key={fact.id}>
              {showDay(fact.from)}:{' '}
              {fact.name === null ? (
                said.withdrawnFact
              ) : (
                <a href={addressOf(keptTemplateFile, { query: { id: fact.id } })} download>
                  {fact.name}
                </a>
              )}
              , <span className="quiet">{fact.by}</span>
            </li>
          ))}
        </ul>
      )}
      <NewTemplate kind={kind} name={name} withdraws={inForce !== null} />
    </section>
  );
}

/** Chosen, looked at with everything that is wrong with it, and kept from a day on; or the present one withdrawn. */
function NewTemplate({ kind, name, withdraws }: Pick<Item, 'kind' | 'name'> & { withdraws: boolean }) {
  const said = useWords(paperWords);
  const { today } = useSession();
  const { busy, error, run } = useTrying();
  const [from, setFrom] = useState<string | undefined>(today);
  const [chosen, setChosen] = useState<{ file: File; report: TemplateReport } | null>(null);
  const formOf = (file: File) => {
    const form = new FormData();
    form.set('file', file);
    return form;
  };
  const look = (file: File) =>
    run(async () => {
      setChosen(null);
      setChosen({ file, report: await upload(inspectPaperTemplate, formOf(file), { query: { kind } }) });
    });
  const keep = (file: File) =>
    run(async () => {
      keepList(await upload(keepPaperTemplate, formOf(file), { query: { kind, from } }));
      setChosen(null);
      say(said.templateKept);
    });
  const withdraw = () =>
    run(async () => {
      keepList(await call(withdrawPaperTemplate, { body: { kind, from: from ?? today } }));
      say(said.templateWithdrawn);
    });
  return (
    <div className="stack tight">
      <DayField label={said.holdsFrom} initial={today} onDay={setFrom} />
      <div className="row">
        <ChooseTemplate name={name} onFile={(file) => void look(file)} />
        {withdraws && (
          <Button busy={busy} onClick={() => void withdraw()}>
            {said.withdraw} <span className="unseen">: {name}</span>
          </Button>
        )}
      </div>
      {error !== null && <Failed error={error} />}
      {chosen && (
        <>
          <p className="small">{chosen.file.name}</p>
          <InspectorReport report={chosen.report} />
          {chosen.report.faults.length === 0 && (
            <div className="row">
              <Button kind="primary" busy={busy} onClick={() => void keep(chosen.file)}>
                {said.keepTemplate}
              </Button>
            </div>
          )}
        </>
      )}
    </div>
  );
}
