import { Role } from '../../domain/permissions/permission.ts';
import {
  changePerson,
  createPerson,
  endPost,
  giveAccount,
  holdPost,
  type Person,
} from '../../features/organisation/contract.ts';
import { call } from '../api/call.ts';
import { client, useSession } from '../api/client.ts';
import { common } from '../i18n/common.ts';
import { useWords } from '../i18n/language.ts';
import { DayField } from '../ui/day-field.tsx';
import { LateSelectField, SelectField, TextField } from '../ui/field.tsx';
import { textIn } from '../ui/form.ts';
import { FormDialog } from '../ui/form-dialog.tsx';
import { PasswordField } from '../ui/password-field.tsx';
import { say } from '../ui/toast.tsx';
import { useUnits } from './use-units.ts';
import { organisationWords } from './words.ts';

function useSaved() {
  const said = useWords(organisationWords);
  return async () => {
    await Promise.all([
      client.invalidateQueries({ queryKey: ['persons'] }),
      client.invalidateQueries({ queryKey: ['units'] }),
    ]);
    say(said.saved);
  };
}

function PostFields({ unitId = '' }: { unitId?: string | undefined }) {
  const said = useWords(organisationWords);
  const { role } = useWords(common);
  const { today } = useSession();
  const { data: units = [] } = useUnits();
  return (
    <>
      <LateSelectField
        label={said.units}
        name="unitId"
        required
        initial={unitId}
        options={[{ value: '', label: '—' }, ...units.map(({ id, name }) => ({ value: id, label: name }))]}
      />
      <SelectField
        label={said.role}
        hint={said.roleHint}
        name="role"
        defaultValue="officer"
        options={Role.options.map((value) => ({ value, label: role[value] }))}
      />
      <TextField label={said.postTitle} name="title" />
      <DayField label={said.from} name="from" required initial={today} />
    </>
  );
}

const postOf = (form: FormData) => ({
  unitId: textIn(form)('unitId'),
  role: Role.parse(textIn(form)('role')),
  title: textIn(form)('title') || undefined,
  from: textIn(form)('from'),
});

/** A new person with a first post. */
export function AddPersonDialog({ unitId, onClose }: { unitId: string | undefined; onClose: () => void }) {
  const said = useWords(organisationWords);
  const saved = useSaved();
  return (
    <FormDialog
      title={said.addPerson}
      act={said.addPerson}
      onClose={onClose}
      onSubmit={async (form) => {
        await call(createPerson, {
          body: {
            fullName: textIn(form)('fullName'),
            staffCode: textIn(form)('staffCode') || null,
            email: textIn(form)('email') || null,
            post: postOf(form),
          },
        });
        await saved();
      }}
    >
      {(fault) => (
        <>
          <TextField label={said.fullName} name="fullName" required autoFocus error={fault?.at('fullName')} />
          <TextField label={said.staffCode} name="staffCode" error={fault?.at('staffCode')} />
          <TextField label={said.email} name="email" type="email" error={fault?.at('email')} />
          <PostFields unitId={unitId} />
        </>
      )}
    </FormDialog>
  );
}

/** Name, staff code, e-mail. */
export function ChangePersonDialog({ person, onClose }: { person: Person; onClose: () => void }) {
  const said = useWords(organisationWords);
  const { save } = useWords(common);
  const saved = useSaved();
  return (
    <FormDialog
      title={`${said.changePerson}: ${person.fullName}`}
      act={save}
      onClose={onClose}
      onSubmit={async (form) => {
        await call(
          changePerson,
          {
            params: { id: person.id },
            body: {
              fullName: textIn(form)('fullName'),
              staffCode: textIn(form)('staffCode') || null,
              email: textIn(form)('email') || null,
            },
          },
          { version: person.version },
        );
        await saved();
      }}
    >
      {(fault) => (
        <>
          <TextField
            label={said.fullName}
            name="fullName"
            required
            defaultValue={person.fullName}
            error={fault?.at('fullName')}
          />
          <TextField label={said.staffCode} name="staffCode" defaultValue={person.staffCode ?? ''} />
          <TextField
            label={said.email}
            name="email"
            type="email"
            defaultValue={person.email ?? ''}
            error={fault?.at('email')}
          />
        </>
      )}
    </FormDialog>
  );
}

/** Another post or role from a day on. */
export function HoldPostDialog({ person, onClose }: { person: Person; onClose: () => void }) {
  const said = useWords(organisationWords);
  const saved = useSaved();
  return (
    <FormDialog
      title={`${said.holdPost}: ${person.fullName}`}
      act={said.holdPost}
      onClose={onClose}
      onSubmit={async (form) => {
        await call(holdPost, { params: { id: person.id }, body: postOf(form) });
        await saved();
      }}
    >
      {() => <PostFields unitId={person.posts[0]?.unitId} />}
    </FormDialog>
  );
}

/** A post ends on a day; it stays in the history. */
export function EndPostDialog({ person, onClose }: { person: Person; onClose: () => void }) {
  const said = useWords(organisationWords);
  const { role } = useWords(common);
  const { today } = useSession();
  const saved = useSaved();
  return (
    <FormDialog
      title={`${said.endPost}: ${person.fullName}`}
      act={said.endPost}
      onClose={onClose}
      onSubmit={async (form) => {
        await call(endPost, {
          params: { id: person.id, postId: textIn(form)('postId') },
          body: { to: textIn(form)('to') },
        });
        await saved();
      }}
    >
      {(fault) => (
        <>
          <SelectField
            label={said.posts}
            name="postId"
            options={person.posts
              .filter(({ abilities }) => abilities.end === true)
              .map((post) => ({
                value: post.id,
                label: `${post.title ?? role[post.role]} · ${post.unitName}`,
              }))}
          />
          <DayField label={said.endOn} name="to" required initial={today} error={fault?.at('to')} />
        </>
      )}
    </FormDialog>
  );
}

/** A user name and first password, so that the person can sign in. */
export function GiveAccountDialog({ person, onClose }: { person: Person; onClose: () => void }) {
  const said = useWords(organisationWords);
  const saved = useSaved();
  return (
    <FormDialog
      title={`${said.giveAccount}: ${person.fullName}`}
      act={said.giveAccount}
      onClose={onClose}
      onSubmit={async (form) => {
        await call(giveAccount, {
          params: { id: person.id },
          body: { userName: textIn(form)('userName').toLowerCase(), password: String(form.get('password')) },
        });
        await saved();
      }}
    >
      {(fault) => (
        <>
          <TextField
            label={said.userName}
            hint={said.userNameHint}
            name="userName"
            autoCapitalize="none"
            autoComplete="off"
            required
            error={fault?.at('userName')}
          />
          <PasswordField
            label={said.password}
            hint={said.passwordHint}
            name="password"
            autoComplete="new-password"
            required
            minLength={14}
            error={fault?.at('password')}
          />
        </>
      )}
    </FormDialog>
  );
}
