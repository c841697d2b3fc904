import { listReviewRecords, type Review } from '../../features/reviews/contract.ts';
import { call } from '../api/call.ts';
import { RecordsDialog } from '../figures/records-dialog.tsx';
import { useWords } from '../i18n/language.ts';
import { reviewsWords } from './words.ts';

/** The records behind a figure of a review: of a signed one those counted then, as they stood at the cut-off. */
export function ReviewRecords({
  review: { id, figures, readUntil, signature, units },
  figure,
  unit,
  today = false,
  onClose,
}: {
  review: Review;
  figure: string;
  unit: string | undefined;
  /** Those counted by the register of today, not those of what was signed. */
  today?: boolean;
  onClose: () => void;
}) {
  const said = useWords(reviewsWords);
  const version = today ? 0 : signature?.version;
  return (
    <RecordsDialog
      title={figures.find(({ key }) => key === figure)?.name ?? said.title}
      of={units.find(({ unitId }) => unitId === unit)?.name ?? said.whole}
      asOf={readUntil}
      kept={['directives', 'reviews', 'records', id, version, figure, unit]}
      read={(cursor, options) =>
        call(listReviewRecords, { params: { id }, query: { figure, unit, version, cursor } }, options)
      }
      onClose={onClose}
    />
  );
}
