import { useState } from 'react';
import type { Person } from '../../features/organisation/contract.ts';
import { useMay } from '../api/client.ts';
import { useWords } from '../i18n/language.ts';
import { Button } from '../ui/button.tsx';
import { AccessDialog } from './access-dialog.tsx';
import { ChangePersonDialog, EndPostDialog, GiveAccountDialog, HoldPostDialog } from './person-dialogs.tsx';
import { organisationWords } from './words.ts';

/** What may be done with a person's record, by who may. */
export function PersonActs({ person }: { person: Person }) {
  const said = useWords(organisationWords);
  const may = useMay();
  const [dialog, setDialog] = useState<'change' | 'post' | 'end' | 'account' | 'access' | null>(null);
  const close = () => setDialog(null);
  return (
    <div className="person-acts">
      {may('organisation.manage') && (
        <>
          <Button
            className="small"
            aria-label={`${said.changePerson}: ${person.fullName}`}
            onClick={() => setDialog('change')}
          >
            {said.changePerson}
          </Button>
          <Button
            className="small"
            aria-label={`${said.holdPost}: ${person.fullName}`}
            onClick={() => setDialog('post')}
          >
            {said.holdPost}
          </Button>
          {person.posts.length > 0 && (
            <Button
              className="small"
              aria-label={`${said.endPost}: ${person.fullName}`}
              onClick={() => setDialog('end')}
            >
              {said.endPost}
            </Button>
          )}
        </>
      )}
      {may('account.manage') && person.userName === null && (
        <Button
          className="small"
          aria-label={`${said.giveAccount}: ${person.fullName}`}
          onClick={() => setDialog('account')}
        >
          {said.giveAccount}
        </Button>
      )}
      {may('account.manage') && person.accountOpen !== null && (
        <Button
          className="small"
          aria-label={`${person.accountOpen ? said.closeAccount : said.reopenAccount}: ${person.fullName}`}
          onClick={() => setDialog('access')}
        >
          {person.accountOpen ? said.closeAccount : said.reopenAccount}
        </Button>
      )}
      {dialog === 'access' && <AccessDialog person={person} onClose={close} />}
      {dialog === 'change' && <ChangePersonDialog person={person} onClose={close} />}
      {dialog === 'post' && <HoldPostDialog person={person} onClose={close} />}
      {dialog === 'end' && <EndPostDialog person={person} onClose={close} />}
      {dialog === 'account' && <GiveAccountDialog person={person} onClose={close} />}
    </div>
  );
}
