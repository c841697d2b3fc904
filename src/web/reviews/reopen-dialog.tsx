import { type Review, reopenReview } from '../../features/reviews/contract.ts';
import { call } from '../api/call.ts';
import { useWords } from '../i18n/language.ts';
import { TextArea } from '../ui/field.tsx';
import { FormDialog } from '../ui/form-dialog.tsx';
import { say } from '../ui/toast.tsx';
import { keepReview } from './review-query.ts';
import { reviewsWords } from './words.ts';

/** Opens a signed review again, with the reason that stays beside the version that was signed. */
export function ReopenDialog({ review, onClose }: { review: Review; onClose: () => void }) {
  const said = useWords(reviewsWords);
  return (
    <FormDialog
      title={said.reopenTitle}
      act={said.reopen}
      onClose={onClose}
      onSubmit={async (form) => {
        const reason = String(form.get('reason') ?? '');
        keepReview(await call(reopenReview, { params: { id: review.id }, body: { reason } }));
        say(said.reopened);
      }}
    >
      {(fault) => (
        <>
          <p>{said.reopenHint}</p>
          <TextArea
            label={said.reopenReason}
            name="reason"
            required
            minLength={5}
            rows={3}
            error={fault?.at('reason')}
          />
        </>
      )}
    </FormDialog>
  );
}
