import { useState } from 'react';
import type { Named } from '../../domain/tasks/change.ts';
import { inviteOutside } from '../../features/outsiders/contract.ts';
import { call } from '../api/call.ts';
import { useWords } from '../i18n/language.ts';
import { PartnerField } from '../tasks/partner-field.tsx';
import { SelectField, TextField } from '../ui/field.tsx';
import { FormDialog } from '../ui/form-dialog.tsx';
import { callWords } from './words.ts';

/** A new account with its first password, told once. */
export interface Given {
  userName: string;
  password: string;
}

/** For all of an organisation, for one of its investigators, or for an investigator by themselves. */
const scopes = ['organisation', 'investigator', 'person'] as const;
type Scope = (typeof scopes)[number];

/** Gives somebody outside an account: for whom, seeing what. */
export function InviteDialog({ onGiven, onClose }: { onGiven: (given: Given) => void; onClose: () => void }) {
  const said = useWords(callWords);
  const [scope, setScope] = useState<Scope>('organisation');
  const [partner, setPartner] = useState<Named>();
  const [investigator, setInvestigator] = useState<Named>();
  const choose = (next: Named | undefined) => {
    setPartner(next);
    setInvestigator(undefined);
  };
  const submit = async (form: FormData) => {
    const body = {
      partnerId: partner?.id ?? '',
      investigatorId: scope === 'investigator' ? (investigator?.id ?? '') : null,
      fullName: String(form.get('fullName')).trim(),
      userName: String(form.get('userName')).trim().toLowerCase(),
    };
    const { userName, password } = await call(inviteOutside, { body });
    onGiven({ userName, password });
  };
  return (
    <FormDialog title={said.invite} act={said.invite} onClose={onClose} onSubmit={submit}>
      {(fault) => (
        <>
          <SelectField
            label={said.scope}
            hint={said.scopeHint[scope]}
            value={scope}
            onChange={({ target }) => {
              setScope(scopes.find((one) => one === target.value) ?? 'organisation');
              choose(undefined);
            }}
            options={scopes.map((value) => ({ value, label: said.scopes[value] }))}
          />
          <PartnerField
            label={scope === 'person' ? said.investigator : said.organisation}
            of={scope === 'person' ? 'person' : 'organisation'}
            value={partner}
            onValue={choose}
            error={fault?.at('partnerId')}
          />
          {scope === 'investigator' && partner?.id && (
            <PartnerField
              key={partner.id}
              label={said.investigator}
              of="person"
              at={partner.id}
              value={investigator}
              onValue={setInvestigator}
              error={fault?.at('investigatorId')}
            />
          )}
          <TextField label={said.person} name="fullName" required error={fault?.at('fullName')} />
          <TextField
            label={said.userName}
            hint={said.userNameHint}
            name="userName"
            autoCapitalize="none"
            required
            error={fault?.at('userName')}
          />
        </>
      )}
    </FormDialog>
  );
}
