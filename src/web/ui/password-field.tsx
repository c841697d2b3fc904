import { type ComponentProps, useState } from 'react';
import { common } from '../i18n/common.ts';
import { useWords } from '../i18n/language.ts';
import { TextField } from './field.tsx';

/** A password that can be looked at before it is sent: a long one typed blind is soon typed wrong. */
export function PasswordField(props: Omit<ComponentProps<typeof TextField>, 'type'>) {
  const { showPassword } = useWords(common);
  const [shown, setShown] = useState(false);
  return (
    <div className="stack tight">
      <TextField {...props} type={shown ? 'text' : 'password'} autoCapitalize="none" spellCheck={false} />
      <label className="check small">
        <input type="checkbox" checked={shown} onChange={(event) => setShown(event.target.checked)} />
        {showPassword}
      </label>
    </div>
  );
}
