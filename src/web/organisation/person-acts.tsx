import { useState } from 'react';
import type { Ability } from '../../domain/permissions/ability.ts';
import type { Person } from '../../features/organisation/contract.ts';
import { useWords } from '../i18n/language.ts';
import { AbleButton } from '../ui/able-button.tsx';
import { AccessDialog } from './access-dialog.tsx';
import { ChangePersonDialog, EndPostDialog, GiveAccountDialog, HoldPostDialog } from './person-dialogs.tsx';
import { organisationWords } from './words.ts';

type Dialog = 'change' | 'post' | 'end' | 'account' | 'access';

/** Ending is possible while one of the posts can be ended; else what the first says of it. */
const endingOf = ({ posts }: Person): Ability | undefined =>
  posts.find(({ abilities }) => abilities.end === true)?.abilities.end ?? posts[0]?.abilities.end;

/** What may be done with a person's record, as the record says. */
export function PersonActs({ person }: { person: Person }) {
  const said = useWords(organisationWords);
  const [dialog, setDialog] = useState<Dialog | null>(null);
  const close = () => setDialog(null);
  const { abilities, accountOpen } = person;
  const acts: [Dialog, string, Ability | undefined][] = [
    ['change', said.changePerson, abilities.change],
    ['post', said.holdPost, abilities.holdPost],
    ['end', said.endPost, endingOf(person)],
    accountOpen === null
      ? ['account', said.giveAccount, abilities.giveAccount]
      : accountOpen
        ? ['access', said.closeAccount, abilities.closeAccount]
        : ['access', said.reopenAccount, abilities.reopenAccount],
  ];
  return (
    <div className="person-acts">
      {acts.map(([opens, words, ability]) => (
        <AbleButton
          key={opens}
          ability={ability}
          className="small"
          aria-label={`${words}: ${person.fullName}`}
          onClick={() => setDialog(opens)}
        >
          {words}
        </AbleButton>
      ))}
      {dialog === 'access' && <AccessDialog person={person} onClose={close} />}
      {dialog === 'change' && <ChangePersonDialog person={person} onClose={close} />}
      {dialog === 'post' && <HoldPostDialog person={person} onClose={close} />}
      {dialog === 'end' && <EndPostDialog person={person} onClose={close} />}
      {dialog === 'account' && <GiveAccountDialog person={person} onClose={close} />}
    </div>
  );
}
