import { IconAlertTriangle, IconArrowBigRightFilled, IconCheck, IconMinus } from '@tabler/icons-react';
import type { DraftRow, StageShown } from '../../features/drafts/contract.ts';
import { causeNames } from '../directives/acts/words.ts';
import { showDay } from '../i18n/format.ts';
import { useWords } from '../i18n/language.ts';
import { showLateness } from '../i18n/lateness.ts';
import { draftWords } from './words.ts';

type Look = 'done' | 'done-late' | 'late' | 'passed' | 'next' | 'ahead';

function lookOf({ reachedOn, late, passedOver, stage }: StageShown, { next, stoppedOn }: DraftRow): Look {
  if (reachedOn) return late?.when === 'after' ? 'done-late' : 'done';
  if (passedOver) return 'passed';
  if (stoppedOn) return 'ahead';
  if (late) return 'late';
  return stage === next ? 'next' : 'ahead';
}

const icons = {
  done: IconCheck,
  'done-late': IconCheck,
  late: IconAlertTriangle,
  passed: IconMinus,
  next: IconArrowBigRightFilled,
  ahead: null,
};

function Mark({ look }: { look: Look }) {
  const Icon = icons[look];
  return <span className={`stage-mark ${look}`}>{Icon && <Icon size={13} aria-hidden />}</span>;
}

/** The six stages in one line of marks; what each says is heard, and seen on the page of the draft. */
export function CourseMarks({ draft }: { draft: DraftRow }) {
  const said = useWords(draftWords);
  const words = draft.stages.map(({ stage, planned, reachedOn, passedOver }) => {
    const plan = planned ? `${said.plannedDay.toLowerCase()} ${showDay(planned)}` : '';
    const actual = reachedOn ? `${said.actualDay.toLowerCase()} ${showDay(reachedOn)}` : '';
    return `${said.stage[stage]}: ${[plan, actual, passedOver && said.passedOver].filter(Boolean).join(', ') || '—'}`;
  });
  return (
    <span className="course-marks" role="img" aria-label={words.join('; ')} title={words.join('\n')}>
      {draft.stages.map((stage) => (
        <Mark key={stage.stage} look={lookOf(stage, draft)} />
      ))}
    </span>
  );
}

/** The road of a draft: planned above, reached below, and by how much they differ. */
export function Course({ draft }: { draft: DraftRow }) {
  const said = useWords(draftWords);
  return (
    <section className="card padded" aria-label={said.course}>
      <ol className="plain course">
        {draft.stages.map((stage) => (
          <li key={stage.stage} className={lookOf(stage, draft)}>
            <Mark look={lookOf(stage, draft)} />
            <strong>{said.stage[stage.stage]}</strong>
            <Days stage={stage} />
          </li>
        ))}
      </ol>
    </section>
  );
}

function Days({ stage }: { stage: StageShown }) {
  const said = useWords(draftWords);
  const causes = useWords(causeNames);
  const { planned, firstPlanned, reachedOn, passedOver, late, holder, document, cause } = stage;
  return (
    <span className="stage-days small">
      {planned && (
        <span>
          <span className="quiet">{said.plannedDay}:</span> {showDay(planned)}
        </span>
      )}
      {firstPlanned && firstPlanned !== planned && (
        <span className="quiet">{said.firstDay(showDay(firstPlanned))}</span>
      )}
      {reachedOn && (
        <span>
          <span className="quiet">{said.actualDay}:</span> {showDay(reachedOn)}
        </span>
      )}
      {passedOver && <span className="quiet">{said.passedOver}</span>}
      {late?.when === 'after' && (
        <span className={reachedOn ? 'soon-words' : 'late-words'}>
          {showLateness({ lateness: stage.lateness, late })}
          {cause && ` · ${causes[cause]}`}
        </span>
      )}
      {holder && <span>{holder}</span>}
      {document && <span className="quiet">{document.words}</span>}
    </span>
  );
}
