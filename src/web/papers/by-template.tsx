import { useQuery } from '@tanstack/react-query';
import { listPaperTemplates, type TemplateList } from '../../features/papers/contract.ts';
import { call } from '../api/call.ts';
import { useMay } from '../api/client.ts';
import { useWords } from '../i18n/language.ts';
import { paperWords } from './words.ts';

/** Where the agency's templates are kept once they were read. */
export const templatesKey = ['papers', 'templates'];

/** Says that Word is written by the agency's own template where one is in force, and gives the layout of the decree. */
export function ByTemplate({
  kind,
  standard,
}: {
  kind: TemplateList['items'][number]['kind'];
  standard: string;
}) {
  const said = useWords(paperWords);
  const may = useMay();
  const list = useQuery({
    queryKey: templatesKey,
    queryFn: () => call(listPaperTemplates, {}),
    enabled: may('directive.give'),
  });
  const own = list.data?.items.find((one) => one.kind === kind)?.inForce?.name;
  if (!own) return null;
  return (
    <p className="small">
      {said.byTemplate(own)}{' '}
      <a href={standard} download>
        {said.standard}
      </a>
    </p>
  );
}
