-- Functions that later migrations end each table with, and the tables everything else stands on.
-- `app.role` (set by the migration runner) names the role the application works as.

-- The agencies this transaction may see: `set local app.agencies = '{uuid,uuid}'`. None when unset.
create function allowed_agencies() returns uuid[]
  language sql stable parallel safe
  as $$ select coalesce(nullif(nullif(current_setting('app.agencies', true), ''), '*'), '{}')::uuid[] $$;

create function grant_to_application(t regclass, append_only boolean) returns void
  language plpgsql
  as $$
declare
  app text := current_setting('app.role');
begin
  if app = current_user then
    return; -- one role for everything: it owns the table, grants would say nothing
  end if;
  execute format('revoke all on %s from %I', t, app);
  execute format('grant select, insert on %s to %I', t, app);
  if not append_only then
    execute format('grant update, delete on %s to %I', t, app);
  end if;
end $$;

-- A table of the agencies' records: rows of other agencies do not exist for the application (second wall after
-- the WHERE of each query). The owner sees all rows only when it says so (`app.agencies = '*'`: backup, restore).
create function tenant_table(t regclass, append_only boolean default false) returns void
  language plpgsql
  as $$
begin
  execute format('alter table %s enable row level security', t);
  execute format('alter table %s force row level security', t);
  -- The sub-select is evaluated once per query, not once per row.
  execute format(
    'create policy of_allowed_agencies on %s using (agency_id = any ((select allowed_agencies())::uuid[]))', t);
  execute format(
    'create policy everything_for_owner on %s to %I using (current_setting(''app.agencies'', true) = ''*'')',
    t, current_user);
  execute format('comment on table %s is %L', t, case when append_only then 'tenant, append only' else 'tenant' end);
  perform grant_to_application(t, append_only);
end $$;

-- A table of the installation: the same for every agency.
create function reference_table(t regclass, append_only boolean default false) returns void
  language plpgsql
  as $$
begin
  execute format(
    'comment on table %s is %L', t, case when append_only then 'reference, append only' else 'reference' end);
  perform grant_to_application(t, append_only);
end $$;

-- Accounts and sessions live in a schema of their own; its tables are made by later migrations.
create schema auth;
do $$
declare
  app text := current_setting('app.role');
begin
  if app <> current_user then
    execute format('grant usage on schema public, auth to %I', app);
    execute format(
      'alter default privileges in schema auth grant select, insert, update, delete on tables to %I', app);
  end if;
end $$;

create table agency (
  id uuid primary key,
  name text not null,
  short_name text not null,
  sign text not null,
  created_at timestamptz not null default now()
);
select reference_table('agency');

create table audit_event (
  agency_id uuid not null,
  id uuid not null,
  recorded_at timestamptz not null default now(),
  user_id text,
  person_id uuid,
  action text not null,
  record_kind text not null,
  record_id text not null,
  detail jsonb not null,
  trace_id text,
  primary key (agency_id, id)
);
create index audit_event_by_time on audit_event (agency_id, recorded_at desc, id desc);
create index audit_event_by_record on audit_event (agency_id, record_id, id);
select tenant_table('audit_event', append_only => true);

-- A seal names its events, so an event that commits late is simply in a later seal and nothing is ever updated.
create table audit_seal (
  agency_id uuid not null,
  number bigint not null,
  sealed_at timestamptz not null default now(),
  event_ids uuid[] not null,
  previous_hash text not null,
  hash text not null,
  primary key (agency_id, number)
);
create index audit_seal_by_time on audit_seal (agency_id, sealed_at);
select tenant_table('audit_seal', append_only => true);

create table idempotency (
  agency_id uuid not null,
  actor text not null,
  key text not null,
  request_hash text not null,
  status integer not null,
  body text not null,
  created_at timestamptz not null default now(),
  primary key (agency_id, actor, key)
);
select tenant_table('idempotency');

create table counter (
  agency_id uuid not null,
  series text not null,
  year integer not null,
  last bigint not null,
  primary key (agency_id, series, year)
);
select tenant_table('counter');

create table file (
  agency_id uuid not null,
  hash text not null check (hash ~ '^[0-9a-f]{64}$'),
  bytes bigint not null,
  media_type text not null,
  recorded_at timestamptz not null default now(),
  primary key (agency_id, hash)
);
select tenant_table('file', append_only => true);

create table setting (
  agency_id uuid not null,
  id uuid not null,
  key text not null,
  value jsonb not null,
  from_day date not null,
  recorded_at timestamptz not null default now(),
  recorded_by uuid,
  primary key (agency_id, id)
);
create index setting_by_key on setting (agency_id, key, from_day desc, recorded_at desc);
select tenant_table('setting', append_only => true);
