-- Calls for S&T tasks (thông báo tuyển chọn, giao trực tiếp, tài trợ), and the limited access of hosts and investigators.

create table call (
  agency_id uuid not null,
  id uuid not null,
  recorded_at timestamptz not null,
  recorded_by uuid,
  primary key (agency_id, id)
);
select tenant_table('call', append_only => true);

create table call_fact (
  agency_id uuid not null,
  id uuid not null,
  call_id uuid not null,
  happened_on date not null,
  recorded_at timestamptz not null,
  recorded_by uuid,
  in_name_of jsonb,
  body jsonb not null,
  primary key (agency_id, id),
  foreign key (agency_id, call_id) references call (agency_id, id)
);
create index call_fact_of on call_fact (agency_id, call_id, happened_on, recorded_at);
select tenant_table('call_fact', append_only => true);

-- Tasks of the order list that a call covers.
create table call_task (
  agency_id uuid not null,
  call_id uuid not null,
  task_id uuid not null,
  primary key (agency_id, call_id, task_id),
  foreign key (agency_id, call_id) references call (agency_id, id),
  foreign key (agency_id, task_id) references task (agency_id, id)
);
create index call_task_of on call_task (agency_id, task_id);
select tenant_table('call_task', append_only => true);

-- Above the agencies: which host or investigator of which agency an account acts for.
create table portal_access (
  user_id text not null references auth."user" (id),
  agency_id uuid not null references agency (id),
  partner_id uuid not null,
  id uuid not null unique,
  recorded_at timestamptz not null,
  recorded_by uuid,
  primary key (user_id, agency_id)
);
select reference_table('portal_access', append_only => true);

alter table access_change drop constraint access_change_kind_check;
alter table access_change add constraint access_change_kind_check check (kind in ('membership', 'view', 'portal'));

-- What a host writes for one task under a call, before and after it is filed: a working copy, changed in place by version.
create table dossier (
  agency_id uuid not null,
  id uuid not null,
  call_id uuid not null,
  task_id uuid not null,
  partner_id uuid not null,
  version integer not null,
  content jsonb not null,
  changed_at timestamptz not null,
  changed_by text not null,
  primary key (agency_id, id),
  unique (agency_id, call_id, task_id, partner_id),
  foreign key (agency_id, call_id, task_id) references call_task (agency_id, call_id, task_id),
  foreign key (agency_id, partner_id) references partner (agency_id, id)
);
create index dossier_of on dossier (agency_id, partner_id);
select tenant_table('dossier');

-- A file a host brought, checked before it was kept; it belongs to the host until a filing or a step names it.
create table portal_file (
  agency_id uuid not null,
  id uuid not null,
  partner_id uuid not null,
  file_hash text not null,
  name text not null,
  kind text not null,
  bytes bigint not null,
  recorded_at timestamptz not null,
  recorded_by text not null,
  primary key (agency_id, id),
  foreign key (agency_id, partner_id) references partner (agency_id, id),
  foreign key (agency_id, file_hash) references file (agency_id, hash)
);
create index portal_file_of on portal_file (agency_id, partner_id);
select tenant_table('portal_file', append_only => true);

-- A dossier as it was filed: what stands on the receipt. Of one dossier the last counts unless it was withdrawn.
create table filing (
  agency_id uuid not null,
  id uuid not null,
  dossier_id uuid not null,
  number integer not null,
  year integer not null,
  filed_at timestamptz not null,
  filed_by text not null,
  -- The dossier as the task's facts call it: kept when replaced, another after a withdrawal.
  task_dossier_id uuid not null,
  sha256 text not null,
  content jsonb not null,
  primary key (agency_id, id),
  unique (agency_id, year, number),
  foreign key (agency_id, dossier_id) references dossier (agency_id, id)
);
create index filing_of on filing (agency_id, dossier_id, filed_at);
select tenant_table('filing', append_only => true);

create table filing_withdrawal (
  agency_id uuid not null,
  filing_id uuid not null,
  withdrawn_at timestamptz not null,
  withdrawn_by text not null,
  reason text not null,
  primary key (agency_id, filing_id),
  foreign key (agency_id, filing_id) references filing (agency_id, id)
);
select tenant_table('filing_withdrawal', append_only => true);

-- Files that came with a step the host recorded.
create table task_fact_file (
  agency_id uuid not null,
  fact_id uuid not null,
  file_id uuid not null,
  primary key (agency_id, fact_id, file_id),
  foreign key (agency_id, fact_id) references task_fact (agency_id, id),
  foreign key (agency_id, file_id) references portal_file (agency_id, id)
);
select tenant_table('task_fact_file', append_only => true);
