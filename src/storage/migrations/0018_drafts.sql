-- The schedule of legal drafts (kế hoạch xây dựng văn bản), acts in force here with the superior acts they rest on, and
-- superior acts that change those. How each stands on a day is folded from its facts and kept nowhere.

create table draft (
  agency_id uuid not null,
  id uuid not null,
  -- The year whose plan it belongs to; it may be issued later.
  year integer not null check (year between 1900 and 2100),
  recorded_at timestamptz not null,
  recorded_by uuid,
  primary key (agency_id, id)
);
create index draft_by_year on draft (agency_id, year);
select tenant_table('draft', append_only => true);

create table draft_fact (
  agency_id uuid not null,
  id uuid not null,
  record_id uuid not null,
  happened_on date not null,
  recorded_at timestamptz not null,
  recorded_by uuid,
  in_name_of jsonb,
  body jsonb not null,
  primary key (agency_id, id),
  foreign key (agency_id, record_id) references draft (agency_id, id)
);
create index draft_fact_of on draft_fact (agency_id, record_id, happened_on, recorded_at);
select tenant_table('draft_fact', append_only => true);

create table local_act (
  agency_id uuid not null,
  id uuid not null,
  recorded_at timestamptz not null,
  recorded_by uuid,
  primary key (agency_id, id)
);
select tenant_table('local_act', append_only => true);

create table local_act_fact (
  agency_id uuid not null,
  id uuid not null,
  record_id uuid not null,
  happened_on date not null,
  recorded_at timestamptz not null,
  recorded_by uuid,
  in_name_of jsonb,
  body jsonb not null,
  primary key (agency_id, id),
  foreign key (agency_id, record_id) references local_act (agency_id, id)
);
create index local_act_fact_of on local_act_fact (agency_id, record_id, happened_on, recorded_at);
select tenant_table('local_act_fact', append_only => true);

create table superior_act (
  agency_id uuid not null,
  id uuid not null,
  recorded_at timestamptz not null,
  recorded_by uuid,
  primary key (agency_id, id)
);
select tenant_table('superior_act', append_only => true);

create table superior_act_fact (
  agency_id uuid not null,
  id uuid not null,
  record_id uuid not null,
  happened_on date not null,
  recorded_at timestamptz not null,
  recorded_by uuid,
  in_name_of jsonb,
  body jsonb not null,
  primary key (agency_id, id),
  foreign key (agency_id, record_id) references superior_act (agency_id, id)
);
create index superior_act_fact_of on superior_act_fact (agency_id, record_id, happened_on, recorded_at);
select tenant_table('superior_act_fact', append_only => true);
