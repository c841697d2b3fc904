import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { RulesFilter, SubjectName } from '../../domain/tasks/rules/filter.ts';
import type { RuleList, RuleShown } from '../../features/task-rules/contract.ts';
import { listRules } from '../../features/task-rules/contract.ts';
import { call } from '../api/call.ts';
import { useSession } from '../api/client.ts';
import { Figure } from '../figures/figure.tsx';
import { useWords } from '../i18n/language.ts';
import { filterOf, searchOf } from '../planning/address.ts';
import { taskVocabulary } from '../tasks/vocabulary.ts';
import { DayField } from '../ui/day-field.tsx';
import { SelectField } from '../ui/field.tsx';
import { Filters } from '../ui/filters.tsx';
import { Empty, Loaded } from '../ui/state.tsx';
import { Table } from '../ui/table.tsx';
import { useTitle } from '../ui/title.ts';
import { ruleScreenWords } from './words.ts';

type Filter = Partial<Record<'on' | 'regime' | 'subject' | 'only', string>>;

/** The rules of S&T tasks as they hold on a day under a law, by subject; what is uncertain is marked. */
export function RulesPage() {
  const said = useWords(ruleScreenWords);
  const filter = filterOf(RulesFilter, useSearch({ strict: false }));
  const navigate = useNavigate();
  useTitle(said.title);
  const found = useQuery({
    queryKey: ['tasks', 'rules', 'list', filter],
    queryFn: ({ signal }) => call(listRules, { query: filter }, { signal }),
  });
  const narrow = (more: Filter) =>
    void navigate({ to: '/task-rules', search: searchOf({ ...filter, ...more }), replace: true });
  return (
    <div className="page">
      <header>
        <h1>{said.title}</h1>
        <p className="quiet">{said.purpose}</p>
      </header>
      <RuleFilters filter={filter} regime={found.data?.regime} narrow={narrow} />
      <Loaded found={found} rows={10}>
        {(list) => (
          <>
            <p className="row">
              <Figure
                value={list.doubtful}
                records={null}
                door={{ open: () => narrow({ only: 'setting' }) }}
                className="badge soon"
              >
                {said.settings}
              </Figure>
              <Figure
                value={list.decidedHere}
                records={null}
                door={{ open: () => narrow({ only: 'own' }) }}
                className="badge blue"
              >
                {said.owned}
              </Figure>
            </p>
            {list.items.length > 0 ? (
              <Subjects list={list} />
            ) : (
              <Empty title={said.none}>
                <p>{said.noneHint}</p>
              </Empty>
            )}
          </>
        )}
      </Loaded>
    </div>
  );
}

function RuleFilters({
  filter,
  regime,
  narrow,
}: {
  filter: Filter;
  regime: RuleList['regime'] | undefined;
  narrow: (more: Filter) => void;
}) {
  const said = useWords(ruleScreenWords);
  const names = useWords(taskVocabulary);
  const { today } = useSession();
  return (
    <Filters>
      <DayField
        key={filter.on ?? today}
        label={said.on}
        initial={filter.on ?? today}
        onDay={(on) => narrow({ on })}
      />
      <SelectField
        label={said.regime}
        value={filter.regime ?? regime ?? 'B-science'}
        onChange={(event) => narrow({ regime: event.target.value })}
        options={(['A', 'B-science', 'B-innovation'] as const).map((value) => ({
          value,
          label: names.regimeShort[value],
        }))}
      />
      <SelectField
        label={said.subject}
        value={filter.subject ?? ''}
        onChange={(event) => narrow({ subject: event.target.value })}
        options={[
          { value: '', label: said.every },
          ...SubjectName.options.map((value) => ({ value, label: said.subjects[value] })),
        ]}
      />
      <SelectField
        label={said.only}
        value={filter.only ?? ''}
        onChange={(event) => narrow({ only: event.target.value })}
        options={[
          { value: '', label: said.onlyAll },
          { value: 'setting', label: said.onlySetting },
          { value: 'own', label: said.onlyOwn },
        ]}
      />
    </Filters>
  );
}

/** Rules under the heading of what they are about, in the order of a task's life. */
function Subjects({ list }: { list: RuleList }) {
  const said = useWords(ruleScreenWords);
  const bySubject = Map.groupBy(list.items, ({ subject }) => subject);
  return (
    <div className="stack same-columns">
      {SubjectName.options.map((subject) => {
        const rules = bySubject.get(subject);
        return (
          rules && (
            <section key={subject} className="card padded" aria-label={said.subjects[subject]}>
              <h2>{said.subjects[subject]}</h2>
              <Table heads={said.heads}>
                {rules.map((rule) => (
                  <RuleRow key={rule.id} rule={rule} />
                ))}
              </Table>
            </section>
          )
        );
      })}
    </div>
  );
}

function RuleRow({ rule: { id, about, words, basis, layer, confidence } }: { rule: RuleShown }) {
  const said = useWords(ruleScreenWords);
  const [says] = words.split(` (${basis.text}`);
  return (
    <tr>
      <td>
        <Link to="/task-rules/$id" params={{ id }} search={{}}>
          {about}
        </Link>
      </td>
      <td>{says}</td>
      <td className="small">{`${basis.text}, ${basis.article}`}</td>
      <td>
        <span className={layer === 'own' ? 'badge blue' : 'badge'}>{said.layer[layer]}</span>{' '}
        {confidence !== 'text' && (
          <span className={confidence === 'setting' ? 'badge soon' : 'badge'}>
            {said.confidence[confidence]}
          </span>
        )}
      </td>
    </tr>
  );
}
