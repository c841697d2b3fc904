import { IconAdjustmentsHorizontal } from '@tabler/icons-react';
import { type ReactNode, useId, useState } from 'react';
import { common } from '../i18n/common.ts';
import { useWords } from '../i18n/language.ts';

/** What narrows a list: in one line on a desk, behind a button on a phone. */
export function Filters({ children }: { children: ReactNode }) {
  const said = useWords(common);
  const [open, setOpen] = useState(false);
  const id = useId();
  return (
    <search>
      <button
        type="button"
        className="button phone-only"
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
      >
        <IconAdjustmentsHorizontal size={18} aria-hidden /> {said.filter}
      </button>
      <div id={id} className={open ? 'filters open' : 'filters'}>
        {children}
      </div>
    </search>
  );
}
