import { useState } from 'react';
import { ReviewSection } from '../../domain/reviews/facts.ts';
import {
  confirmUnit,
  type Review,
  type ReviewUnit,
  reviewLetterDocx,
} from '../../features/reviews/contract.ts';
import { addressOf, call } from '../api/call.ts';
import { useSession } from '../api/client.ts';
import { Figure } from '../figures/figure.tsx';
import { showDay } from '../i18n/format.ts';
import { useWords } from '../i18n/language.ts';
import { AbleButton } from '../ui/able-button.tsx';
import { Failed } from '../ui/state.tsx';
import { Table } from '../ui/table.tsx';
import { say } from '../ui/toast.tsx';
import { useTrying } from '../ui/trying.ts';
import { Filled, type Opens } from './filled.tsx';
import { keepReview } from './review-query.ts';
import { reviewsWords } from './words.ts';
import { UnitDialog } from './write-dialog.tsx';

/** Every unit with its figures, its words and what is missing; its own people write and confirm there. */
export function Units({ review, opens }: { review: Review; opens: Opens }) {
  const said = useWords(reviewsWords);
  const [writing, setWriting] = useState<string | null>(null);
  const unit = review.units.find(({ unitId }) => unitId === writing);
  return (
    <section className="card padded stack" aria-labelledby="review-units">
      <h2 id="review-units">{said.units}</h2>
      {review.units.length === 0 ? (
        <p className="quiet">{said.noUnits}</p>
      ) : (
        <Table heads={said.unitHeads}>
          {review.units.map((one) => (
            <UnitRow key={one.unitId} {...{ review, opens }} unit={one} onWrite={setWriting} />
          ))}
        </Table>
      )}
      {unit && <UnitDialog review={review} unit={unit} onClose={() => setWriting(null)} />}
    </section>
  );
}

function UnitRow({
  review,
  unit,
  opens,
  onWrite,
}: {
  review: Review;
  unit: ReviewUnit;
  opens: Opens;
  onWrite: (unitId: string) => void;
}) {
  const said = useWords(reviewsWords);
  const { busy, error, run } = useTrying();
  const confirm = () =>
    run(async () => {
      const { unitId } = unit;
      const after = await call(confirmUnit, { params: { id: review.id }, body: { unitId } });
      keepReview(after);
      say(said.confirmed);
    });
  const { write } = unit.abilities;
  return (
    <tr>
      <td className="review-unit">
        <strong>{unit.name}</strong>
        {ReviewSection.options.map((section) => {
          const words = unit.words[section] ?? '';
          if (words === '') return null;
          return (
            <div key={section} className="small">
              <span className="quiet">{said.sections[section]}</span>
              <Filled words={words} figures={unit.figures} opens={(key) => opens(key, unit.unitId)} />
            </div>
          );
        })}
      </td>
      {['in-hand', 'accepted', 'overdue'].map((key, at) => (
        <td key={key}>
          <span className="card-label quiet small">{said.unitHeads[at + 1]}: </span>
          <Figure
            value={unit.figures.find((one) => one.key === key)?.value ?? null}
            door={{ open: () => opens(key, unit.unitId) }}
            label={(shown) => `${unit.name}, ${said.unitHeads[at + 1]}: ${shown}`}
          />
        </td>
      ))}
      <td>
        <Missing review={review} unit={unit} />
        {unit.missing.length > 0 && review.abilities.compose === true && (
          <a
            className="button small"
            href={addressOf(reviewLetterDocx, { params: { id: review.id }, query: { unit: unit.unitId } })}
            download
          >
            {said.letter} <span className="unseen">: {unit.name}</span>
          </a>
        )}
        {error !== null && <Failed error={error} />}
        {/* To who does not speak for the unit, a row of closed doors says nothing. */}
        {write === true && (
          <div className="row">
            <AbleButton ability={write} className="small" onClick={() => onWrite(unit.unitId)}>
              {said.write} <span className="unseen">: {unit.name}</span>
            </AbleButton>
            <AbleButton
              ability={unit.abilities.confirm}
              kind="primary"
              className="small"
              busy={busy}
              onClick={() => void confirm()}
            >
              {said.confirm} <span className="unseen">: {unit.name}</span>
            </AbleButton>
          </div>
        )}
      </td>
    </tr>
  );
}

function Missing({ review, unit: { missing, confirmed } }: { review: Review; unit: ReviewUnit }) {
  const said = useWords(reviewsWords);
  const { today } = useSession();
  if (confirmed)
    return <span className="small">{said.nothingMissing(showDay(confirmed.on), confirmed.by)}</span>;
  const late = review.signature === null && today > review.unitsUntil;
  const day = showDay(review.unitsUntil);
  return (
    <>
      <span className={`badge ${late ? 'late' : 'soon'}`}>
        {missing.map((one) => said.missing[one]).join(', ')}
      </span>
      {review.signature === null && (
        <div className={`small ${late ? 'late-words' : 'quiet'}`}>
          {late ? said.lateUnit(day) : said.until(day)}
        </div>
      )}
    </>
  );
}
