import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { getRule, type RuleRecord, type RuleShown } from '../../features/task-rules/contract.ts';
import { call } from '../api/call.ts';
import { showDay } from '../i18n/format.ts';
import { type Language, useLanguage, useWords } from '../i18n/language.ts';
import { RecordFacts } from '../record/record-facts.tsx';
import { RecordPage } from '../record/record-page.tsx';
import { AbleButton } from '../ui/able-button.tsx';
import { DecideDialog } from './decide-dialog.tsx';
import { choiceWord, partWord } from './value-words.ts';
import { ruleScreenWords } from './words.ts';

/** One rule: what it says, on which article, its worked cases and the versions before and after it. */
export function RulePage() {
  const said = useWords(ruleScreenWords);
  const { id = '' } = useParams({ strict: false });
  const [deciding, setDeciding] = useState(false);
  const navigate = useNavigate();
  const found = useQuery({
    queryKey: ['tasks', 'rules', 'one', id],
    queryFn: ({ signal }) => call(getRule, { params: { id } }, { signal }),
  });
  const { data } = found;
  return (
    <RecordPage
      {...{ found, asOf: undefined }}
      name={data?.about ?? said.title}
      under={data && <p>{data.words}</p>}
      list={
        <Link to="/task-rules" search={{ subject: data?.subject }}>
          {data ? said.subjects[data.subject] : said.title}
        </Link>
      }
    >
      {(rule) => (
        <>
          <div className="row">
            <AbleButton ability={rule.abilities.decide} kind="primary" onClick={() => setDeciding(true)}>
              {said.decide}
            </AbleButton>
          </div>
          <div className="split">
            <div className="stack">
              <Versions rule={rule} />
              <Cases rule={rule} />
            </div>
            <RuleFacts rule={rule} />
          </div>
          {deciding && (
            <DecideDialog
              rule={rule}
              onClose={() => setDeciding(false)}
              onDone={(made) => void navigate({ to: '/task-rules/$id', params: { id: made }, search: {} })}
            />
          )}
        </>
      )}
    </RecordPage>
  );
}

function RuleFacts({ rule }: { rule: RuleRecord }) {
  const said = useWords(ruleScreenWords);
  const { basis, confidence, layer, regime, note, file, used } = rule;
  return (
    <RecordFacts
      rows={[
        [said.basis, `${basis.text}, ${basis.article}`],
        [
          said.sure,
          <span key="sure" className={confidence === 'setting' ? 'badge soon' : 'badge fine'}>
            {said.confidence[confidence]}
          </span>,
        ],
        [said.note, note],
        [said.whose, said.layer[layer]],
        [said.regime, regime === null ? said.everyLaw : said.regimes[regime]],
        [said.time, <Span key="time" rule={rule} />],
        [said.used, used ? said.usedYes : said.usedNo],
        [said.file, file && <code key="file">{file}</code>],
      ]}
    />
  );
}

function Span({ rule: { from, to } }: { rule: Pick<RuleShown, 'from' | 'to'> }) {
  const said = useWords(ruleScreenWords);
  return to !== null && to < from ? said.neverHeld : said.span(showDay(from), to && showDay(to));
}

function Versions({ rule }: { rule: RuleRecord }) {
  const said = useWords(ruleScreenWords);
  return (
    <section className="stack tight">
      <h2>{said.versions}</h2>
      <ol className="plain stack tight">
        {rule.versions.map((one) => (
          <li key={one.id} className="card padded">
            <div className="row">
              {one.id === rule.id ? (
                <strong aria-current="true">
                  <Span rule={one} />
                </strong>
              ) : (
                <Link to="/task-rules/$id" params={{ id: one.id }} search={{}}>
                  <Span rule={one} />
                </Link>
              )}
              <span className={one.layer === 'own' ? 'badge blue' : 'badge'}>{said.layer[one.layer]}</span>
              {one.regime && <span className="small quiet">{said.regimes[one.regime]}</span>}
            </div>
            <p>{one.words}</p>
          </li>
        ))}
      </ol>
    </section>
  );
}

function Cases({ rule: { worked } }: { rule: RuleRecord }) {
  const said = useWords(ruleScreenWords);
  const language = useLanguage();
  return (
    <section className="stack tight">
      <h2>{said.cases}</h2>
      <p className="small quiet">{worked.length > 0 ? said.casesHint : said.noCases}</p>
      <ul className="plain stack tight">
        {worked.map((one) => (
          <li key={JSON.stringify(one)} className="small">
            {Object.entries(one)
              .map(([name, value]) => `${partWord(name, language) ?? name} ${shown(name, value, language)}`)
              .join(' · ')}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** A value of a case as people write it: days in our order, yes and no as signs, the law's terms by their names. */
function shown(name: string, value: unknown, language: Language): string {
  if (typeof value === 'boolean') return value ? '✓' : '✗';
  if (typeof value === 'string')
    return /^\d{4}-\d\d-\d\d$/u.test(value) ? showDay(value) : (choiceWord(name, value, language) ?? value);
  if (Array.isArray(value)) return value.map((one) => shown(name, one, language)).join(', ');
  if (typeof value !== 'object' || value === null) return value === null ? '—' : String(value);
  return Object.entries(value)
    .map(([part, one]) => `${partWord(part, language) ?? part} ${shown(part, one, language)}`)
    .join(', ');
}
