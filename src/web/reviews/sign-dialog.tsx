import { type Review, signReview } from '../../features/reviews/contract.ts';
import { call } from '../api/call.ts';
import { useWords } from '../i18n/language.ts';
import { TextArea } from '../ui/field.tsx';
import { FormDialog } from '../ui/form-dialog.tsx';
import { say } from '../ui/toast.tsx';
import { Findings } from './findings.tsx';
import { keepReview } from './review-query.ts';
import { reviewsWords } from './words.ts';

/** Asks before what cannot be undone, and names what is missing. */
export function SignDialog({ review, onClose }: { review: Review; onClose: () => void }) {
  const said = useWords(reviewsWords);
  const missing = review.units.filter((unit) => unit.missing.length > 0).map(({ name }) => name);
  const typed = review.sections.flatMap((section) => section.typed);
  return (
    <FormDialog
      title={said.signTitle}
      act={said.sign}
      onClose={onClose}
      onSubmit={async (form) => {
        const reason = String(form.get('reason') ?? '').trim() || null;
        const signed = await call(signReview, { params: { id: review.id }, body: { reason } });
        keepReview(signed);
        say(said.signed);
      }}
    >
      {(fault) => (
        <>
          <p>{said.signHint}</p>
          <Findings review={review} />
          {typed.length > 0 && <p className="notice soon">{said.signTyped(typed.join(', '))}</p>}
          {missing.length > 0 && (
            <>
              <p className="notice soon">{said.signMissing(missing.join(', '))}</p>
              <TextArea
                label={said.reasonMissing}
                name="reason"
                required
                rows={3}
                error={fault?.at('reason')}
              />
            </>
          )}
        </>
      )}
    </FormDialog>
  );
}
