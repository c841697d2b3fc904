import type { ColumnType } from 'kysely';
import type { InNameOf } from '../../domain/directives/facts.ts';
import type { InspectionBody } from '../../domain/inspections/facts.ts';
import type { PartnerBody } from '../../domain/partners/facts.ts';
import type { ScienceProgrammeBody } from '../../domain/science-programmes/facts.ts';
import type { RecordedBody, TaskType } from '../../domain/tasks/about.ts';
import type { CountedTask } from '../../domain/tasks/counted.ts';
import type { PhaseId, RestsOn, StepKind } from '../../domain/tasks/facts.ts';
import type { TaskState } from '../../domain/tasks/filter.ts';
import type { TaskRegime } from '../../domain/tasks/law.ts';
import type { End } from '../../domain/tasks/lifecycle/step.ts';
import type { Side, TaskRole } from '../../domain/tasks/roles.ts';
import type { AgencyDecision } from '../../domain/tasks/rules/decisions.ts';
import type { TaskLevel } from '../../domain/tasks/rules/vocabulary.ts';
import type { Day, Instant, Json } from './foundation.ts';

interface Recorded {
  agency_id: string;
  id: string;
  recorded_at: Instant;
  recorded_by: string | null;
}

type Money = ColumnType<number | null, number | null, number | null>;

/** Tables of 0022_tasks.sql, 0026_task_figures.sql and 0033_public_results.sql. */
export interface TaskTables {
  partner: Recorded & { kind: 'organisation' | 'person' };
  partner_fact: Recorded & { partner_id: string; happened_on: Day; body: Json<PartnerBody> };
  partner_now: {
    agency_id: string;
    partner_id: string;
    kind: 'organisation' | 'person';
    name: string;
    identifier: string | null;
    organisation_id: string | null;
    person_id: string | null;
    fold: string;
    version: number;
  };
  task: Recorded;
  task_fact: Recorded & {
    task_id: string;
    happened_on: Day;
    in_name_of: Json<InNameOf> | null;
    rests_on: Json<RestsOn> | null;
    rule_ids: string[];
    body: Json<RecordedBody>;
  };
  task_now: {
    agency_id: string;
    task_id: string;
    version: number;
    title: string;
    level: TaskLevel;
    type: TaskType;
    field: string | null;
    programme_id: string | null;
    unit_id: string;
    unit_name: string;
    regime: TaskRegime;
    codes: string[];
    host_id: string | null;
    host_name: string | null;
    investigator_id: string | null;
    investigator_name: string | null;
    partner_ids: string[];
    begun_on: Day;
    starts_on: Day | null;
    ends_on: Day | null;
    state: TaskState;
    phase: PhaseId | null;
    steps: StepKind[];
    main_step: StepKind | null;
    due: Day | null;
    side: Side | 'both' | null;
    ended_on: Day | null;
    ended_as: End['id'] | null;
    accepted_on: Day | null;
    rating: string | null;
    public_result_on: Day | null;
    state_money: Money;
    other_money: Money;
    times_extended: number;
    last_on: Day;
    last_recorded_at: Instant;
    fold: string;
    search: ColumnType<string, never, never>;
  };
  task_wait: {
    agency_id: string;
    task_id: string;
    place: number;
    step: StepKind;
    since: Day;
    role: TaskRole;
    side: Side;
    topic: string | null;
    started_on: Day | null;
    due: Day | null;
    paused: boolean;
    rule_id: string | null;
  };
  task_step_time: {
    agency_id: string;
    task_id: string;
    place: number;
    step: StepKind;
    from_day: Day;
    to_day: Day;
    own: number;
    others: number;
    fact_id: string | null;
  };
  task_count: { agency_id: string; task_id: string; counted: Json<Omit<CountedTask, 'id'>> };
  rule_decision: Recorded & { body: Json<AgencyDecision> };
  inspection: Recorded;
  inspection_fact: Recorded & {
    record_id: string;
    happened_on: Day;
    in_name_of: Json<InNameOf> | null;
    body: Json<InspectionBody>;
  };
  science_programme: Recorded;
  science_programme_fact: Recorded & {
    record_id: string;
    happened_on: Day;
    in_name_of: Json<InNameOf> | null;
    body: Json<ScienceProgrammeBody>;
  };
}
