import { IconX } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useRef } from 'react';
import { TaskType } from '../../domain/tasks/about.ts';
import { PhaseId } from '../../domain/tasks/facts.ts';
import { type TaskFilter, taskSorts } from '../../domain/tasks/filter.ts';
import { taskRegimes } from '../../domain/tasks/law.ts';
import { TaskLevel } from '../../domain/tasks/rules/vocabulary.ts';
import { useSession } from '../api/client.ts';
import { showDay } from '../i18n/format.ts';
import { useWords } from '../i18n/language.ts';
import { useFields, useUnits } from '../organisation/use-units.ts';
import { usePartnerName } from '../partners/use-name.ts';
import { useProgrammeName } from '../science-programmes/use-programmes.ts';
import { DayField } from '../ui/day-field.tsx';
import { SelectField } from '../ui/field.tsx';
import { Filters } from '../ui/filters.tsx';
import { SearchForm } from '../ui/search-form.tsx';
import { useTaskAddress } from './address.ts';
import { useStepNames } from './life-cycle-query.ts';
import { taskVocabulary } from './vocabulary.ts';
import { taskWords } from './words.ts';

/** Narrows the portfolio; what is chosen stands in the address and goes with the export. */
export function TaskFilters() {
  const said = useWords(taskWords);
  const names = useWords(taskVocabulary);
  const { filter, view, change } = useTaskAddress();
  const { data: units = [] } = useUnits(filter.asOf);
  return (
    <Filters>
      <SearchForm key={filter.q} q={filter.q} label={said.q} onSearch={(q) => change({ q })} />
      <Choice
        label={said.phase}
        all={said.allPhases}
        value={filter.phase?.[0]}
        options={PhaseId.options}
        names={names.phase}
        onChoose={(one) => change({ phase: one && [one] })}
      />
      <Choice
        label={said.unit}
        all={said.allUnits}
        value={filter.unit}
        options={units.map(({ id }) => id)}
        names={Object.fromEntries(units.map(({ id, name }) => [id, name]))}
        onChoose={(unit) => change({ unit })}
      />
      {(view.view === 'table' || view.view === 'timeline') && (
        <SelectField
          label={said.sort}
          labelHidden
          value={filter.sort ?? (view.view === 'table' ? 'due' : 'ends')}
          onChange={({ target }) => change({ sort: taskSorts.find((one) => one === target.value) })}
          options={taskSorts.map((value) => ({
            value,
            label: `${said.sort}: ${names.sort[value].toLowerCase()}`,
          }))}
        />
      )}
      <More filter={filter} change={change} />
      <Chosen filter={filter} />
    </Filters>
  );
}

/** Filters asked for less often, behind one button. */
function More({ filter, change }: { filter: TaskFilter; change: (part: Partial<TaskFilter>) => void }) {
  const said = useWords(taskWords);
  const names = useWords(taskVocabulary);
  const { today } = useSession();
  const box = useRef<HTMLDetailsElement>(null);
  const fields = [...new Set([...useFields(), ...(filter.field ? [filter.field] : [])])];
  const lastYear = Number(today.slice(0, 4)) + 1;
  return (
    <details
      ref={box}
      className="more-filters"
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !box.current?.open) return;
        event.stopPropagation();
        box.current.open = false;
        box.current.querySelector('summary')?.focus();
      }}
    >
      <summary className="button">{said.moreFilters}</summary>
      <div className="card padded stack tight more-filters-box">
        <Choice
          label={said.level}
          all={said.allLevels}
          value={filter.level?.[0]}
          options={TaskLevel.options}
          names={names.level}
          onChoose={(one) => change({ level: one && [one] })}
        />
        <Choice
          label={said.type}
          all={said.allTypes}
          value={filter.type?.[0]}
          options={TaskType.options}
          names={names.type}
          onChoose={(one) => change({ type: one && [one] })}
        />
        <Choice
          label={said.field}
          all={said.allFields}
          value={filter.field}
          options={fields}
          names={Object.fromEntries(fields.map((one) => [one, one]))}
          onChoose={(field) => change({ field })}
        />
        <Choice
          label={said.regime}
          all={said.allRegimes}
          value={filter.regime?.[0]}
          options={taskRegimes}
          names={names.regimeShort}
          onChoose={(one) => change({ regime: one && [one] })}
        />
        <Choice
          label={said.year}
          all={said.anyYear}
          value={filter.year === undefined ? undefined : String(filter.year)}
          options={Array.from({ length: 12 }, (_, back) => String(lastYear - back))}
          names={{}}
          onChoose={(year) => change({ year: year === undefined ? undefined : Number(year) })}
        />
        <DayField
          key={`asOf${filter.asOf}`}
          label={said.asOf}
          initial={filter.asOf}
          onDay={(asOf) => change({ asOf })}
        />
      </div>
    </details>
  );
}

function Choice<One extends string>({
  label,
  all,
  value,
  options,
  names,
  onChoose,
}: {
  label: string;
  all: string;
  value: One | undefined;
  options: readonly One[];
  names: Partial<Record<string, string>>;
  onChoose: (one: One | undefined) => void;
}) {
  return (
    <SelectField
      label={label}
      labelHidden
      value={value ?? ''}
      onChange={({ target }) => onChoose(options.find((one) => one === target.value))}
      options={[
        { value: '', label: all },
        ...options.map((one) => ({ value: one, label: names[one] ?? one })),
      ]}
    />
  );
}

/** What came by a link and has no field of its own, each with its way out; and the way out of everything. */
function Chosen({ filter }: { filter: TaskFilter }) {
  const said = useWords(taskWords);
  const { to } = useTaskAddress();
  const names = useWords(taskVocabulary);
  const steps = useStepNames(filter.step ?? []);
  const programme = useProgrammeName(filter.programme);
  const partner = usePartnerName(filter.partner);
  const chosen = [
    ['step', filter.step && said.oneStep(steps)],
    ['level', filter.level?.map((one) => names.level[one]).join(', ')],
    ['type', filter.type?.map((one) => names.type[one]).join(', ')],
    ['field', filter.field],
    ['regime', filter.regime?.map((one) => names.regimeShort[one]).join(', ')],
    ['year', filter.year && `${said.year} ${String(filter.year)}`],
    ['asOf', filter.asOf && `${said.asOf} ${showDay(filter.asOf)}`],
    ['late', filter.late && said.onlyLate],
    ['programme', filter.programme && (programme ?? said.oneProgramme)],
    ['partner', filter.partner && (partner ?? said.onePartner)],
  ] as const;
  return (
    <>
      {chosen.map(
        ([key, name]) =>
          name && (
            <Link
              key={key}
              className="badge blue"
              to="/tasks"
              search={to({ ...filter, [key]: undefined })}
              aria-label={said.without(name)}
            >
              {name} <IconX size={14} aria-hidden />
            </Link>
          ),
      )}
      {Object.values(filter).some((one) => one !== undefined) && (
        <Link to="/tasks" search={to({})} activeOptions={{ exact: true }} className="button bare">
          {said.clear}
        </Link>
      )}
    </>
  );
}
