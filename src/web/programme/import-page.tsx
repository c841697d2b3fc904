import { importProgramme, programmeTemplate } from '../../features/programme/contract.ts';
import { useWords } from '../i18n/language.ts';
import { PlanTablePage } from '../planning/table-page.tsx';
import { programmeWords } from './words.ts';

/** A table of the year's work, brought into its programme. */
export function ProgrammeImportPage() {
  const said = useWords(programmeWords);
  return (
    <PlanTablePage plan={{ to: '/programme', into: importProgramme, template: programmeTemplate, said }} />
  );
}
