-- Ways to look at directives: a filter and a view under a name, and the indexes that answer lists, calendars and counts.

-- A name for a filter and a view. What it is called and what it shows is its latest version; an ended one has no query.
create table saved_view (
  agency_id uuid not null,
  id uuid not null,
  opened_by uuid,
  recorded_at timestamptz not null,
  primary key (agency_id, id)
);
create index saved_view_of on saved_view (agency_id, opened_by);
select tenant_table('saved_view', append_only => true);

create table saved_view_version (
  agency_id uuid not null,
  id uuid not null,
  view_id uuid not null,
  name text not null,
  -- The address's search parameters, «view=board&state=overdue»; null once it is ended.
  query text,
  shared boolean not null,
  recorded_at timestamptz not null,
  recorded_by uuid,
  primary key (agency_id, id),
  foreign key (agency_id, view_id) references saved_view (agency_id, id)
);
create index saved_view_version_of on saved_view_version (agency_id, view_id, recorded_at desc, id desc);
select tenant_table('saved_view_version', append_only => true);

-- Everything a state depends on stands in the index, so that lists and counts of states do not look at the rows.
drop index directive_now_by_due;
create index directive_now_by_due on directive_now (agency_id, due, directive_id)
  include (phase, kind, suspended, closed_on, deadline_kind, origin);
drop index directive_now_by_lead;
create index directive_now_by_lead on directive_now (agency_id, lead_unit_id, due, directive_id)
  include (phase, kind, suspended, closed_on, deadline_kind, origin);

-- The agency is one of the words of its directives: a search reads what is its own and not the words of all agencies.
drop index directive_search;
alter table directive drop column search;
alter table directive add column search tsvector generated always as
  (to_tsvector('simple', fold) || array_to_tsvector(array['agency' || replace(agency_id::text, '-', '')])) stored;
create index directive_search on directive using gin (search);
