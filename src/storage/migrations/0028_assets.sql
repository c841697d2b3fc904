-- Assets that tasks leave behind, and the directive of the register under which their settlement is reported.

-- What is said of an asset, as a whole each time, or that it was listed by mistake.
create table asset_fact (
  agency_id uuid not null,
  id uuid not null,
  task_id uuid not null,
  asset_id uuid not null,
  happened_on date not null,
  recorded_at timestamptz not null,
  recorded_by uuid,
  body jsonb not null,
  primary key (agency_id, id),
  foreign key (agency_id, task_id) references task (agency_id, id)
);
create index asset_fact_of on asset_fact (agency_id, task_id, asset_id, happened_on, recorded_at);
select tenant_table('asset_fact', append_only => true);

-- The directive that asks for the settlement; the newest counts.
create table asset_directive (
  agency_id uuid not null,
  id uuid not null,
  directive_id uuid not null,
  recorded_at timestamptz not null,
  recorded_by uuid,
  primary key (agency_id, id),
  foreign key (agency_id, directive_id) references directive (agency_id, id)
);
select tenant_table('asset_directive', append_only => true);
