import { useQuery } from '@tanstack/react-query';
import { fold } from '../../../domain/text/fold.ts';
import { listPersons } from '../../../features/organisation/contract.ts';
import { call } from '../../api/call.ts';
import { useUnits } from '../../organisation/use-units.ts';
import type { Option } from '../../ui/combo-box.tsx';

const wordsOf = (text: string) => fold(text).split(/\s+/u).filter(Boolean);

/** Options of which every typed word begins a word, or whose initials begin with it; marks and case do not matter. */
export function matching(options: readonly Option[], typed: string): Option[] {
  const wanted = wordsOf(typed);
  return options.filter(({ label, note }) => {
    const own = wordsOf(`${label} ${note ?? ''}`);
    const initials = wordsOf(label)
      .map((word) => word[0])
      .join('');
    return (
      wanted.every((word) => own.some((one) => one.startsWith(word))) ||
      initials.startsWith(wanted.join('')) ||
      initials.slice(1).startsWith(wanted.join(''))
    );
  });
}

/** Persons with a post today, of one unit or of the whole agency, found without marks. */
export function usePersonFinder(unitId: string | null | undefined): (typed: string) => Option[] {
  const { data = [] } = useQuery({
    queryKey: ['persons', { unitId: unitId ?? undefined }],
    queryFn: () => call(listPersons, { query: { unitId: unitId ?? undefined } }),
    staleTime: 60_000,
  });
  const options = data
    .filter(({ posts }) => posts.length > 0)
    .map(({ id, fullName, posts }) => {
      const post = posts.find((one) => one.unitId === unitId) ?? posts[0];
      return { id, label: fullName, note: unitId ? post?.title : post?.unitName };
    });
  return (typed) => matching(options, typed);
}

/** Units of the agency, found by name or initials. */
export function useUnitFinder(): (typed: string) => Option[] {
  const { data = [] } = useUnits();
  const options = data.map(({ id, name, abbreviation }) => ({ id, label: name, note: abbreviation }));
  return (typed) => matching(options, typed);
}
