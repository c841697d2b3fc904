import { IconRefreshAlert } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { DirectiveRecord } from '../../../features/directives/contract.ts';
import { common } from '../../i18n/common.ts';
import { showDay } from '../../i18n/format.ts';
import { useWords } from '../../i18n/language.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Failed } from '../../ui/state.tsx';
import { type Doing, dangerous } from './choose.ts';
import type { Sending } from './use-sending.ts';
import { actWords } from './words.ts';

interface ActFormProps {
  directive: DirectiveRecord;
  doing: Doing;
  sending: Sending;
  onSubmit: () => void;
  onClose: () => void;
  sheet?: boolean;
  /** Beside the button: what becomes of what is typed. */
  note?: ReactNode;
  /** The verb on the button, unless it is that of the act. */
  verb?: string | undefined;
  children: ReactNode;
}

/** What every act shows around its fields: about what, what changed meanwhile, what went wrong, and the verb. */
export function ActForm({
  directive,
  doing,
  sending,
  onSubmit,
  onClose,
  sheet = false,
  note,
  verb,
  children,
}: ActFormProps) {
  const said = useWords(actWords);
  const general = useWords(common);
  const { busy, slow, fault } = sending;
  const explained: Partial<Record<Doing, string>> = said.explained;
  return (
    <Dialog title={said.doing[doing]} onClose={onClose} sheet={sheet}>
      <form
        className="stack act-form"
        onSubmit={(event) => {
          event.preventDefault();
          onSubmit();
        }}
      >
        <div className="stack tight">
          <p className="act-about">{directive.words}</p>
          {explained[doing] && <p className="small quiet">{explained[doing]}</p>}
        </div>
        <News sending={sending} />
        {fault && !fault.problem.errors?.length && <Failed error={fault} />}
        {children}
        <div className="act-foot">
          <div className="row">
            <Button
              type="submit"
              kind="primary"
              className={dangerous.has(doing) ? 'danger-fill' : ''}
              busy={busy}
            >
              {busy ? said.sending : (verb ?? said.doing[doing])}
            </Button>
            <Button kind="bare" onClick={onClose}>
              {general.cancel}
            </Button>
          </div>
          <p className="small quiet" role="status">
            {slow ? said.slow : note}
          </p>
        </div>
      </form>
    </Dialog>
  );
}

/** What others recorded while the form was open: theirs beside mine. */
export function News({ sending: { news, stale } }: { sending: Sending }) {
  const said = useWords(actWords);
  if (news.length === 0) return null;
  return (
    <div className="notice soon" role="alert">
      <IconRefreshAlert size={20} aria-hidden />
      <strong>{said.changedMeanwhile}</strong>
      <ul className="plain">
        {news.map((fact) => (
          <li key={fact.id}>
            {fact.sentence}{' '}
            <span className="small">
              {showDay(fact.happenedOn)} · {fact.by}
            </span>
          </li>
        ))}
      </ul>
      <p>{stale ? said.staleHint : said.changedHint}</p>
    </div>
  );
}
