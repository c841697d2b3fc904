-- Rounds of inspections of S&T tasks (đợt kiểm tra) in the plan of a year: what was planned, inspected and asked for, as
-- dated facts. With which result a task was inspected is a fact of the task.
create table inspection (
  agency_id uuid not null,
  id uuid not null,
  recorded_at timestamptz not null,
  recorded_by uuid,
  primary key (agency_id, id)
);
select tenant_table('inspection', append_only => true);

create table inspection_fact (
  agency_id uuid not null,
  id uuid not null,
  record_id uuid not null,
  happened_on date not null,
  recorded_at timestamptz not null,
  recorded_by uuid,
  in_name_of jsonb,
  body jsonb not null,
  primary key (agency_id, id),
  foreign key (agency_id, record_id) references inspection (agency_id, id)
);
create index inspection_fact_of on inspection_fact (agency_id, record_id, happened_on, recorded_at);
select tenant_table('inspection_fact', append_only => true);
