import { useQuery } from '@tanstack/react-query';
import type { ConferencePlan } from '../../domain/conferences/facts.ts';
import { listReviews } from '../../features/reviews/contract.ts';
import { call } from '../api/call.ts';
import { useSession } from '../api/client.ts';
import { useWords } from '../i18n/language.ts';
import { DayField } from '../ui/day-field.tsx';
import { SelectField, TextField } from '../ui/field.tsx';
import { FormDialog } from '../ui/form-dialog.tsx';
import { conferenceWords } from './words.ts';

/** When, where and under whom: to open a conference, or to change it. */
export function PlanDialog({
  initial,
  act,
  onPlan,
  onClose,
}: {
  initial: ConferencePlan | null;
  act: string;
  onPlan: (plan: ConferencePlan) => Promise<void>;
  onClose: () => void;
}) {
  const said = useWords(conferenceWords);
  const { today } = useSession();
  const reviews = useQuery({
    queryKey: ['directives', 'reviews', 'list'],
    queryFn: ({ signal }) => call(listReviews, {}, { signal }),
  });
  const submit = (form: FormData) => {
    const text = (name: string) => String(form.get(name) ?? '').trim();
    return onPlan({
      ...{ name: text('name'), day: text('day'), start: text('start'), end: text('end') || null },
      ...{ place: text('place'), chair: text('chair'), chairTitle: text('chairTitle') },
      ...{ secretary: text('secretary') || null, reviewId: text('reviewId') || null },
    });
  };
  return (
    <FormDialog title={act} act={act} onSubmit={submit} onClose={onClose}>
      {(fault) => {
        const error = (name: string) => fault?.at(name) ?? fault?.at(`plan.${name}`);
        const field = (name: keyof ConferencePlan) => ({
          name,
          error: error(name),
          defaultValue: initial?.[name] ?? '',
          autoComplete: 'off',
        });
        const clock = { pattern: '([01]\\d|2[0-3]):[0-5]\\d', title: said.clockHint, hint: said.clockHint };
        return (
          <>
            <TextField {...field('name')} label={said.name} hint={said.nameHint} required minLength={3} />
            <DayField
              label={said.day}
              name="day"
              required
              initial={initial?.day ?? today}
              error={error('day')}
            />
            <div className="row conference-clock">
              <TextField
                {...field('start')}
                {...clock}
                label={said.start}
                required
                defaultValue={initial?.start ?? '08:00'}
              />
              <TextField {...field('end')} {...clock} label={said.end} />
            </div>
            <TextField {...field('place')} label={said.place} required />
            <TextField {...field('chair')} label={said.chair} required />
            <TextField {...field('chairTitle')} label={said.chairTitle} hint={said.chairTitleHint} required />
            <TextField {...field('secretary')} label={said.secretary} />
            <SelectField
              key={String(reviews.isSuccess)}
              label={said.review}
              name="reviewId"
              error={error('reviewId')}
              defaultValue={initial?.reviewId ?? ''}
              options={[
                { value: '', label: said.noReview },
                ...(reviews.data?.items ?? []).map(({ id, period }) => ({ value: id, label: period.words })),
              ]}
            />
          </>
        );
      }}
    </FormDialog>
  );
}
