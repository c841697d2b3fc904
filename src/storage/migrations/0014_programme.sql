-- The year's work programme (chương trình công tác): a draft until it is approved, from then on changed by amendments only.

create table programme (
  agency_id uuid not null,
  id uuid not null,
  year integer not null check (year between 1900 and 2100),
  recorded_at timestamptz not null,
  recorded_by uuid,
  primary key (agency_id, id),
  unique (agency_id, year)
);
select tenant_table('programme', append_only => true);

create table programme_approval (
  agency_id uuid not null,
  programme_id uuid not null,
  approved_on date not null,
  document jsonb not null,
  recorded_at timestamptz not null,
  recorded_by uuid,
  in_name_of jsonb,
  primary key (agency_id, programme_id),
  foreign key (agency_id, programme_id) references programme (agency_id, id)
);
select tenant_table('programme_approval', append_only => true);

-- A table that was brought in, known by its hash, so that the same file again doubles nothing.
create table programme_import (
  agency_id uuid not null,
  id uuid not null,
  programme_id uuid not null,
  file_hash text not null,
  file_name text not null,
  rows integer not null,
  recorded_at timestamptz not null,
  recorded_by uuid,
  primary key (agency_id, id),
  unique (agency_id, programme_id, file_hash),
  foreign key (agency_id, programme_id) references programme (agency_id, id)
);
select tenant_table('programme_import', append_only => true);

create table programme_item (
  agency_id uuid not null,
  id uuid not null,
  programme_id uuid not null,
  -- Its place in the table it came in with.
  position integer not null,
  import_id uuid,
  recorded_at timestamptz not null,
  recorded_by uuid,
  primary key (agency_id, id),
  foreign key (agency_id, programme_id) references programme (agency_id, id)
);
create index programme_item_of on programme_item (agency_id, programme_id, position);
select tenant_table('programme_item', append_only => true);

-- How an item stands on a day is folded from these and kept nowhere; one that became a directive stands as that does.
create table programme_item_fact (
  agency_id uuid not null,
  id uuid not null,
  item_id uuid not null,
  happened_on date not null,
  recorded_at timestamptz not null,
  recorded_by uuid,
  in_name_of jsonb,
  body jsonb not null,
  primary key (agency_id, id),
  foreign key (agency_id, item_id) references programme_item (agency_id, id)
);
create index programme_item_fact_of on programme_item_fact (agency_id, item_id, happened_on, recorded_at);
select tenant_table('programme_item_fact', append_only => true);
