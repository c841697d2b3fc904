-- S&T tasks (nhiệm vụ KH&CN), those who carry them out, and what an agency decides otherwise than the national rules.

-- An organisation or a person outside the agency: hosts, investigators, members.
create table partner (
  agency_id uuid not null,
  id uuid not null,
  kind text not null check (kind in ('organisation', 'person')),
  recorded_at timestamptz not null,
  recorded_by uuid,
  primary key (agency_id, id)
);
select tenant_table('partner', append_only => true);

create table partner_fact (
  agency_id uuid not null,
  id uuid not null,
  partner_id uuid not null,
  happened_on date not null,
  recorded_at timestamptz not null,
  recorded_by uuid,
  body jsonb not null,
  primary key (agency_id, id),
  foreign key (agency_id, partner_id) references partner (agency_id, id)
);
create index partner_fact_of on partner_fact (agency_id, partner_id, happened_on, recorded_at);
select tenant_table('partner_fact', append_only => true);

-- As described last: derived from partner_fact in the same transaction.
create table partner_now (
  agency_id uuid not null,
  partner_id uuid not null,
  kind text not null,
  name text not null,
  identifier text,
  organisation_id uuid,
  -- One of our own people: they decide nothing of tasks they carry out themselves.
  person_id uuid,
  fold text not null,
  version integer not null,
  primary key (agency_id, partner_id),
  foreign key (agency_id, partner_id) references partner (agency_id, id)
);
create index partner_now_by_person on partner_now (agency_id, person_id) where person_id is not null;
create unique index partner_now_identifier on partner_now (agency_id, kind, identifier) where identifier is not null;
select tenant_table('partner_now');

create table task (
  agency_id uuid not null,
  id uuid not null,
  recorded_at timestamptz not null,
  recorded_by uuid,
  primary key (agency_id, id)
);
select tenant_table('task', append_only => true);

create table task_fact (
  agency_id uuid not null,
  id uuid not null,
  task_id uuid not null,
  happened_on date not null,
  recorded_at timestamptz not null,
  recorded_by uuid,
  in_name_of jsonb,
  -- The document it rests on, as it is cited, with our record of it where there is one.
  rests_on jsonb,
  -- The rules that let it be recorded.
  rule_ids text[] not null default '{}',
  body jsonb not null,
  primary key (agency_id, id),
  foreign key (agency_id, task_id) references task (agency_id, id)
);
create index task_fact_of on task_fact (agency_id, task_id, happened_on, recorded_at);
select tenant_table('task_fact', append_only => true);

-- Derived from task_fact in the same transaction, and rebuilt when a rule or the calendar changes. Lateness is not here: it
-- depends on the day.
create table task_now (
  agency_id uuid not null,
  task_id uuid not null,
  version integer not null,
  title text not null,
  level text not null,
  type text not null,
  field text,
  programme_id uuid,
  unit_id uuid not null,
  unit_name text not null,
  regime text not null,
  codes text[] not null,
  host_id uuid,
  host_name text,
  investigator_id uuid,
  investigator_name text,
  -- The host, the investigator and the members, as partners.
  partner_ids uuid[] not null,
  begun_on date not null,
  -- The contract, as changed since.
  starts_on date,
  ends_on date,
  -- «proposed» before a contract, «running» under it, «ending» after its result, «ended».
  state text not null,
  phase text,
  steps text[] not null,
  main_step text,
  due date,
  side text,
  ended_on date,
  ended_as text,
  accepted_on date,
  rating text,
  state_money bigint,
  other_money bigint,
  times_extended integer not null,
  last_on date not null,
  last_recorded_at timestamptz not null,
  fold text not null,
  search tsvector generated always as (to_tsvector('simple', fold)) stored,
  primary key (agency_id, task_id),
  foreign key (agency_id, task_id) references task (agency_id, id)
);
create index task_now_by_due on task_now (agency_id, state, due, task_id);
create index task_now_by_partner on task_now using gin (partner_ids);
create index task_now_search on task_now using gin (search);
select tenant_table('task_now');

-- What a task waits for now, a row for each clock of each open step; and how long each step took that was passed.
create table task_wait (
  agency_id uuid not null,
  task_id uuid not null,
  place integer not null,
  step text not null,
  since date not null,
  role text not null,
  side text not null,
  topic text,
  started_on date,
  due date,
  paused boolean not null,
  rule_id text,
  primary key (agency_id, task_id, place),
  foreign key (agency_id, task_id) references task (agency_id, id)
);
create index task_wait_by_step on task_wait (agency_id, step, due);
select tenant_table('task_wait');

create table task_step_time (
  agency_id uuid not null,
  task_id uuid not null,
  place integer not null,
  step text not null,
  from_day date not null,
  to_day date not null,
  -- Working days, split by whose time they were.
  own integer not null,
  others integer not null,
  primary key (agency_id, task_id, place),
  foreign key (agency_id, task_id) references task (agency_id, id)
);
create index task_step_time_by_step on task_step_time (agency_id, step, to_day);
select tenant_table('task_step_time');

-- What the agency decided otherwise than the published rules, by which decision.
create table rule_decision (
  agency_id uuid not null,
  id uuid not null,
  recorded_at timestamptz not null,
  recorded_by uuid,
  body jsonb not null,
  primary key (agency_id, id)
);
select tenant_table('rule_decision', append_only => true);

-- Programmes of S&T tasks (chương trình KH&CN): what they are to reach, their boards and reports, as dated facts.
create table science_programme (
  agency_id uuid not null,
  id uuid not null,
  recorded_at timestamptz not null,
  recorded_by uuid,
  primary key (agency_id, id)
);
select tenant_table('science_programme', append_only => true);

create table science_programme_fact (
  agency_id uuid not null,
  id uuid not null,
  record_id uuid not null,
  happened_on date not null,
  recorded_at timestamptz not null,
  recorded_by uuid,
  in_name_of jsonb,
  body jsonb not null,
  primary key (agency_id, id),
  foreign key (agency_id, record_id) references science_programme (agency_id, id)
);
create index science_programme_fact_of on science_programme_fact (agency_id, record_id, happened_on, recorded_at);
select tenant_table('science_programme_fact', append_only => true);
