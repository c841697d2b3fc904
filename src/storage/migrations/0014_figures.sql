-- Figures: what an agency counts beyond the catalogue, and the day a directive left its hands.

-- Derived from the facts like the rest of the row. What a period begins with is what the one before ended with, by the
-- day of acceptance. Rows whose last fact happened and was recorded in time stand on an earlier day as they stand now, so
-- that a register of then folds only the others.
alter table directive_now add column accepted_on date, add column last_on date, add column last_recorded_at timestamptz;
set local app.agencies = '*';
update directive_now n set last_on = f.last_on, last_recorded_at = f.last_recorded_at, accepted_on = f.accepted_on
from (
  select f.agency_id, f.directive_id, max(f.happened_on) as last_on, max(f.recorded_at) as last_recorded_at,
    max(f.happened_on) filter (where f.body ->> 'kind' = 'accepted' and r.id is null) as accepted_on
  from directive_fact f
  left join directive_fact r on r.agency_id = f.agency_id and r.directive_id = f.directive_id
    and r.body ->> 'kind' = 'retracted' and r.body ->> 'supersedes' = f.id::text
  group by 1, 2) f
where f.agency_id = n.agency_id and f.directive_id = n.directive_id;
reset app.agencies;
alter table directive_now alter column last_on set not null, alter column last_recorded_at set not null;

-- A figure of the agency's own: a filter of the register under a name. It is added once, and withdrawn at most once.
create table own_figure (
  agency_id uuid not null,
  id uuid not null,
  name text not null,
  -- Search parameters of the register's filter, «origin=inspection&state=overdue».
  query text not null,
  -- Which day must lie in the period; standing: none, as it stands at the cut-off.
  dated_by text not null check (dated_by in ('standing', 'given', 'first-due', 'closed')),
  added_on date not null,
  recorded_at timestamptz not null,
  recorded_by uuid,
  primary key (agency_id, id)
);
select tenant_table('own_figure', append_only => true);

create table own_figure_withdrawal (
  agency_id uuid not null,
  id uuid not null,
  figure_id uuid not null,
  reason text not null,
  withdrawn_on date not null,
  recorded_at timestamptz not null,
  recorded_by uuid,
  primary key (agency_id, id),
  foreign key (agency_id, figure_id) references own_figure (agency_id, id),
  unique (agency_id, figure_id)
);
select tenant_table('own_figure_withdrawal', append_only => true);
