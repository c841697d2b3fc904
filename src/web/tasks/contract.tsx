import { contractDocx, contractPdf } from '../../features/task-contracts/contract.ts';
import type { Task } from '../../features/tasks/contract.ts';
import { addressOf } from '../api/call.ts';
import { showDay } from '../i18n/format.ts';
import { useWords } from '../i18n/language.ts';
import { ByTemplate } from '../papers/by-template.tsx';
import { Formats } from '../papers/formats.tsx';
import { AbleButton } from '../ui/able-button.tsx';
import { arrangeWords } from './arrange-words.ts';
import { Moves } from './changes.tsx';
import { contractWords } from './contract-words.ts';
import { Payments } from './payments.tsx';
import { taskVocabulary } from './vocabulary.ts';
import './costs.css';

type Version = Task['versions'][number];

/** The contract by its versions, each with what it changed, what it rests on and its paper; before it is signed its draft. */
export function Contract({ task, onArrange }: { task: Task; onArrange: () => void }) {
  const said = useWords(contractWords);
  const arranging = useWords(arrangeWords);
  const { versions, contractLacks, stateMoney, payments } = task;
  if (versions.length === 0 && (stateMoney === null || task.endedOn !== null)) return null;
  const latest = versions.findLast(({ lapsedOn }) => lapsedOn === null)?.nth;
  return (
    <section className="stack tight" aria-label={said.title}>
      <div className="row apart">
        <h2>{said.title}</h2>
        <AbleButton ability={task.abilities.arrange} className="small" onClick={onArrange}>
          {arranging.title}
        </AbleButton>
      </div>
      <ol className="plain stack tight">
        {versions.toReversed().map((version) => (
          <li key={version.nth} className="card padded row apart contract-version">
            <OneVersion task={task} version={version} isLatest={version.nth === latest} />
          </li>
        ))}
        {versions.length === 0 && (
          <li className="card padded row apart contract-version">
            <div>
              <strong>{said.draft}</strong>
              <span className="small quiet block">{said.draftHint}</span>
              {task.arrangement && <Signers signers={task.arrangement.signers} />}
            </div>
            <Paper task={task} name={said.draft} />
          </li>
        )}
      </ol>
      {contractLacks.length > 0 && <p className="small quiet">{said.lacks(contractLacks.join('; '))}</p>}
      {payments && <Payments payments={payments} asOf={task.asOf} />}
    </section>
  );
}

function Signers({ signers: { agency, host } }: Pick<Version, 'signers'>) {
  const said = useWords(arrangeWords);
  const one = (signer: typeof agency) => (signer ? [signer.name, signer.position].join(', ') : said.nobody);
  if (agency === null && host === null) return null;
  return <p className="small quiet">{said.signers(one(agency), one(host))}</p>;
}

function OneVersion({ task, version, isLatest }: { task: Task; version: Version; isLatest: boolean }) {
  const said = useWords(contractWords);
  const names = useWords(taskVocabulary);
  const { nth, on, change, own, decision, lapsedOn, signers } = version;
  const name = change === null ? said.signed : said.appendix(nth - 1);
  return (
    <>
      <div className="stack tight">
        <p className="row tags">
          <strong>{name}</strong>
          {change && <span>{names.change[change.type]}</span>}
          {isLatest && <span className="badge fine">{said.latest}</span>}
          <span className="small quiet">{showDay(on)}</span>
        </p>
        {change && <Moves change={change} />}
        <p className="small quiet">
          {decision ? said.decision(decision.sign, showDay(decision.date)) : own ? said.own : said.noDecision}
          {lapsedOn !== null && `; ${said.lapsed(showDay(lapsedOn))}`}
        </p>
        <Signers signers={signers} />
      </div>
      <Paper task={task} name={name} version={version} />
    </>
  );
}

function Paper({ task, name, version }: { task: Task; name: string; version?: Version }) {
  const params = { id: task.id };
  const query = { version: version?.nth, asOf: task.asOf };
  return (
    <div>
      <Formats
        name={name}
        word={addressOf(contractDocx, { params, query })}
        pdf={addressOf(contractPdf, { params, query })}
      />
      <ByTemplate
        kind={version?.change ? 'contract-appendix' : 'task-contract'}
        standard={addressOf(contractDocx, { params, query: { ...query, layout: 'standard' } })}
      />
    </div>
  );
}
