import { useQuery } from '@tanstack/react-query';
import { demoSignIn, listDemoPersons } from '../../features/setup/contract.ts';
import { call, type ReplyOf } from '../api/call.ts';
import { common } from '../i18n/common.ts';
import { useWords } from '../i18n/language.ts';
import { Failed, Skeleton } from '../ui/state.tsx';
import { useTrying } from '../ui/trying.ts';
import { signInWords } from './words.ts';

type DemoPerson = ReplyOf<typeof listDemoPersons>[number];

/** One-click sign-in of the demo: a person of every role. */
export function DemoPersons({ onEntered }: { onEntered: () => void }) {
  const said = useWords(signInWords);
  const { role } = useWords(common);
  const persons = useQuery({ queryKey: ['demo-persons'], queryFn: () => call(listDemoPersons, {}) });
  const { busy, error, run } = useTrying();
  const { first, others, outside } = byRole(persons.data ?? []);
  const enter = (userId: string) =>
    run(async () => {
      await call(demoSignIn, { body: { userId } });
      onEntered();
    });
  const list = (shown: readonly DemoPerson[]) => (
    <ul className="plain demo-persons">
      {shown.map((person) => (
        <li key={person.userId}>
          <button type="button" disabled={busy} onClick={() => void enter(person.userId)}>
            <strong>{person.role ? role[person.role] : said.demoOutside}</strong>
            <span className="small">{person.fullName}</span>
            <span className="small quiet">{person.unitName}</span>
          </button>
        </li>
      ))}
    </ul>
  );
  return (
    <section className="card padded stack">
      <div>
        <h2>{said.demoTitle}</h2>
        <p className="small quiet">{said.demoHint}</p>
      </div>
      {persons.isPending && <Skeleton rows={5} />}
      {persons.isError && <Failed error={persons.error} retry={() => void persons.refetch()} />}
      {error !== null && <Failed error={error} />}
      {list(first)}
      {list(outside)}
      {others.length > 0 && (
        <details>
          <summary>{said.demoOthers(others.length)}</summary>
          {list(others)}
        </details>
      )}
    </section>
  );
}

/** The first of every role, in the order of the roles, everybody else of the agency, and who is outside. */
function byRole(persons: readonly DemoPerson[]): Record<'first' | 'others' | 'outside', DemoPerson[]> {
  const roles = Object.keys(common.vi.role);
  const first = roles.flatMap((role) => persons.find((person) => person.role === role) ?? []);
  const outside = persons.filter((person) => person.role === null);
  const others = persons.filter((person) => !first.includes(person) && !outside.includes(person));
  return { first, others, outside };
}
