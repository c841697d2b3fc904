import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { listActs } from '../../features/acts/contract.ts';
import type { DirectiveRecord } from '../../features/directives/contract.ts';
import { call } from '../api/call.ts';
import { useWords } from '../i18n/language.ts';
import { actWords } from './words.ts';

/** The superior act for which a directive amends another, with the way back to it; nothing for any other directive. */
export function BecauseOf({ directive }: { directive: DirectiveRecord }) {
  const said = useWords(actWords);
  const single = directive.origin === 'word' || directive.origin === 'document';
  const { data } = useQuery({
    queryKey: ['directives', 'acts', 'of', directive.id],
    queryFn: ({ signal }) => call(listActs, { query: { directive: directive.id } }, { signal }),
    enabled: single && directive.product !== null,
  });
  const [superior] = data?.superior ?? [];
  if (!superior) return null;
  return (
    <>
      <dt>{said.becauseOf}</dt>
      <dd>
        <Link to="/drafts/superior/$id" params={{ id: superior.id }} search={{}}>
          {superior.number}
        </Link>
      </dd>
    </>
  );
}
