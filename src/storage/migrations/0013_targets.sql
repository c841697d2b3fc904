-- Targets that decisions assign (chỉ tiêu). How one stands on a day is folded from its facts and kept nowhere: an agency has
-- some hundreds a year.

create table target (
  agency_id uuid not null,
  id uuid not null,
  -- The year whose plan it belongs to; its last day may lie in the next.
  year integer not null check (year between 1900 and 2100),
  recorded_at timestamptz not null,
  recorded_by uuid,
  primary key (agency_id, id)
);
create index target_by_year on target (agency_id, year);
select tenant_table('target', append_only => true);

create table target_fact (
  agency_id uuid not null,
  id uuid not null,
  target_id uuid not null,
  happened_on date not null,
  recorded_at timestamptz not null,
  recorded_by uuid,
  in_name_of jsonb,
  body jsonb not null,
  primary key (agency_id, id),
  foreign key (agency_id, target_id) references target (agency_id, id)
);
create index target_fact_of on target_fact (agency_id, target_id, happened_on, recorded_at);
select tenant_table('target_fact', append_only => true);
