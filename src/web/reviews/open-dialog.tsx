import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { type Period, PeriodKind, periodContaining, windowOf } from '../../domain/calendar/periods.ts';
import { openReview } from '../../features/reviews/contract.ts';
import { call } from '../api/call.ts';
import { client, useSession } from '../api/client.ts';
import { newId } from '../api/new-id.ts';
import { useWords } from '../i18n/language.ts';
import { DayField } from '../ui/day-field.tsx';
import { SelectField, TextField } from '../ui/field.tsx';
import { FormDialog } from '../ui/form-dialog.tsx';
import { say } from '../ui/toast.tsx';
import { DocumentFields } from './document-fields.tsx';
import { reviewsWords } from './words.ts';

const kinds = [...PeriodKind.options, 'dates', 'document'] as const;
type Kind = (typeof kinds)[number];
const perYear: Record<PeriodKind, number> = { month: 12, quarter: 4, half: 2, 'nine-months': 1, year: 1 };

/** The cut-off the law gives a period; undefined where it gives none. */
function cutOffOf(kind: Kind, year: number, n: number): string | undefined {
  if (kind === 'dates' || kind === 'document') return undefined;
  try {
    return windowOf({ kind, year, n }).to.toString();
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** Opens the review of a period, its cut-off filled in by law. */
export function OpenDialog({ onClose }: { onClose: () => void }) {
  const said = useWords(reviewsWords);
  const { today } = useSession();
  const navigate = useNavigate();
  const [key] = useState(newId);
  const [kind, setKind] = useState<Kind>('half');
  const now: Period | null =
    kind === 'dates' || kind === 'document' ? null : periodContaining(Temporal.PlainDate.from(today), kind);
  const [chosen, setChosen] = useState<{ year?: number; n?: number }>({});
  const year = chosen.year ?? now?.year ?? Number(today.slice(0, 4));
  const n = chosen.n ?? now?.n ?? 1;
  const cutOff = cutOffOf(kind, year, n);
  const after = (day: string) => Temporal.PlainDate.from(day).add({ days: 3 }).toString();
  const submit = async (form: FormData) => {
    const text = (name: string) => String(form.get(name) ?? '') || undefined;
    const asked = {
      dates: { from: text('from'), to: text('to') },
      document: { documentId: text('documentId') },
    };
    const days = kind === 'dates' || kind === 'document' ? asked[kind] : { year, n };
    const again = form.get('again') !== null;
    const body = { kind, ...days, again, cutOff: text('cutOff'), unitsUntil: text('unitsUntil') ?? '' };
    const { id } = await call(openReview, { body }, { key });
    say(said.opened);
    await client.invalidateQueries({ queryKey: ['directives', 'reviews'] });
    await navigate({ to: '/reviews/$id', params: { id } });
  };
  return (
    <FormDialog title={said.open} act={said.openAct} onClose={onClose} onSubmit={submit}>
      {(fault) => (
        <>
          <SelectField
            label={said.kind}
            value={kind}
            onChange={(event) => {
              setKind(kinds.find((one) => one === event.target.value) ?? 'half');
              setChosen({});
            }}
            options={kinds.map((value) => ({ value, label: said.kinds[value] }))}
          />
          {kind === 'document' && <DocumentFields error={fault?.at('documentId')} />}
          {kind === 'dates' && (
            <>
              <DayField label={said.from} name="from" required error={fault?.at('from')} />
              <DayField label={said.to} name="to" required error={fault?.at('to')} />
            </>
          )}
          {kind !== 'dates' && kind !== 'document' && (
            <>
              {perYear[kind] > 1 && (
                <SelectField
                  label={said.which}
                  value={String(n)}
                  error={fault?.at('n')}
                  onChange={(event) => setChosen({ year, n: Number(event.target.value) })}
                  options={Array.from({ length: perYear[kind] }, (_, at) => String(at + 1)).map((value) => ({
                    value,
                    label: value,
                  }))}
                />
              )}
              <TextField
                label={said.year}
                inputMode="numeric"
                pattern="\d{4}"
                required
                defaultValue={year}
                key={`year ${kind}`}
                error={fault?.at('year') ?? (perYear[kind] === 1 ? fault?.at('n') : undefined)}
                onChange={(event) => setChosen({ n, year: Number(event.target.value) })}
              />
            </>
          )}
          <DayField
            key={`cut-off ${cutOff}`}
            label={said.cutOff}
            hint={kind === 'document' ? undefined : said.cutOffHint}
            name="cutOff"
            initial={cutOff}
            error={fault?.at('cutOff')}
          />
          <DayField
            key={`until ${cutOff}`}
            label={said.unitsUntil}
            name="unitsUntil"
            required
            initial={after(cutOff ?? today)}
            error={fault?.at('unitsUntil')}
          />
          {fault?.at('again') !== undefined && (
            <>
              <p className="notice soon" role="alert">
                {fault.at('again')}
              </p>
              <label className="row">
                <input type="checkbox" name="again" /> {said.again}
              </label>
            </>
          )}
        </>
      )}
    </FormDialog>
  );
}
