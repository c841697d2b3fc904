import { type Conference, listNoticeRecords } from '../../features/conferences/contract.ts';
import { call } from '../api/call.ts';
import { RecordsDialog } from '../figures/records-dialog.tsx';

/** The directives behind a figure of the notice: of an issued one those counted then. */
export function NoticeRecords({
  conference: { id, plan },
  figure,
  name,
  onClose,
}: {
  conference: Conference;
  figure: string;
  name: string;
  onClose: () => void;
}) {
  return (
    <RecordsDialog
      title={name}
      asOf={plan.day}
      kept={['directives', 'conferences', 'records', id, figure]}
      read={(cursor, options) =>
        call(listNoticeRecords, { params: { id }, query: { figure, cursor } }, options)
      }
      onClose={onClose}
    />
  );
}
