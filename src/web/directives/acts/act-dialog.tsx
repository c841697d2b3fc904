import type { DirectiveRecord } from '../../../features/directives/contract.ts';
import { AttachDialog } from './attach-dialog.tsx';
import type { Doing } from './choose.ts';
import { PartDialog } from './part-dialog.tsx';
import { PlainDialog } from './plain-dialog.tsx';
import { ProgressDialog } from './progress-dialog.tsx';

/** The dialog of an act. */
export function ActDialog({
  directive,
  doing,
  onClose,
}: {
  directive: DirectiveRecord;
  doing: Doing;
  onClose: () => void;
}) {
  if (doing === 'progressed') return <ProgressDialog directive={directive} onClose={onClose} />;
  if (doing === 'evidenced') return <AttachDialog directive={directive} onClose={onClose} />;
  if (doing === 'part') return <PartDialog directive={directive} onClose={onClose} />;
  return <PlainDialog directive={directive} kind={doing} onClose={onClose} />;
}
