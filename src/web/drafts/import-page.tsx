import { draftsTemplate, importDrafts } from '../../features/drafts/contract.ts';
import { useWords } from '../i18n/language.ts';
import { PlanTablePage } from '../planning/table-page.tsx';
import { draftWords } from './words.ts';

/** A table of the year's legal drafts, brought into their plan. */
export function DraftsImportPage() {
  const said = useWords(draftWords);
  return <PlanTablePage plan={{ to: '/drafts', into: importDrafts, template: draftsTemplate, said }} />;
}
