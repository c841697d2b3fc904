import { changeAccess, type Person } from '../../features/organisation/contract.ts';
import { call } from '../api/call.ts';
import { client } from '../api/client.ts';
import { useWords } from '../i18n/language.ts';
import { FormDialog } from '../ui/form-dialog.tsx';
import { organisationWords } from './words.ts';

/** Closes a person's account, or opens it again; says before what that means. */
export function AccessDialog({ person, onClose }: { person: Person; onClose: () => void }) {
  const said = useWords(organisationWords);
  const open = person.accountOpen !== true;
  const act = open ? said.reopenAccount : said.closeAccount;
  return (
    <FormDialog
      title={`${act}: ${person.fullName}`}
      act={act}
      onClose={onClose}
      onSubmit={async () => {
        await call(changeAccess, { params: { id: person.id }, body: { open } });
        await client.invalidateQueries({ queryKey: ['persons'] });
      }}
    >
      {() => <p>{open ? said.reopenAccountHint : said.closeAccountHint}</p>}
    </FormDialog>
  );
}
