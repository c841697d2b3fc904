-- Carrying directives out: parts, occurrences of recurring duties, requests between units.

-- `origin` says where a directive comes from; a part hangs beneath what it is a part of, an occurrence beneath the
-- recurring duty, named by the day the duty falls due.
alter table directive
  add column parent_id uuid,
  add column occurrence_on date,
  add column origin text not null default 'word'
    check (origin in ('document', 'word', 'meeting', 'state-audit', 'inspection', 'part', 'occurrence')),
  add foreign key (agency_id, parent_id) references directive (agency_id, id);
create unique index directive_occurrence on directive (agency_id, parent_id, occurrence_on) where occurrence_on is not null;
create index directive_parts on directive (agency_id, parent_id) where parent_id is not null;
update directive set origin = 'document' where document_id is not null;

-- In whose stead it was recorded (ký thay, thừa lệnh, thừa uỷ quyền); both names stay.
alter table directive_fact add column in_name_of jsonb;
create index directive_fact_by_time on directive_fact (agency_id, recorded_at desc, id desc);

-- Derived from the facts like the rest of the row.
alter table directive_now
  add column parent_id uuid,
  add column origin text not null default 'word',
  add column phase text not null default 'given',
  add column suspended boolean not null default false,
  add column closed_on date,
  add column stopped_on date,
  add column submitted_on date,
  add column assignee_id uuid,
  add column percent integer not null default 0,
  add column weight double precision not null default 1,
  add column times_extended integer not null default 0,
  add column times_returned integer not null default 0,
  add column extension_asked boolean not null default false,
  add column cause text,
  add column waiting_unit_id uuid,
  add column holder text default 'lead';
update directive_now n set origin = d.origin from directive d where d.agency_id = n.agency_id and d.id = n.directive_id;
create index directive_now_parts on directive_now (agency_id, parent_id) where parent_id is not null;
create index directive_now_by_assignee on directive_now (agency_id, assignee_id, due) where assignee_id is not null;
create index directive_now_by_first_due on directive_now (agency_id, first_due);

-- A question of one unit to another with its own clock; silence is a fact one can count.
create table unit_request (
  agency_id uuid not null,
  id uuid not null,
  directive_id uuid,
  from_unit_id uuid not null,
  to_unit_id uuid not null,
  words text not null,
  asked_on date not null,
  deadline jsonb not null,
  due date,
  recorded_at timestamptz not null,
  recorded_by uuid,
  primary key (agency_id, id),
  foreign key (agency_id, directive_id) references directive (agency_id, id),
  foreign key (agency_id, from_unit_id) references unit (agency_id, id),
  foreign key (agency_id, to_unit_id) references unit (agency_id, id)
);
create index unit_request_to on unit_request (agency_id, to_unit_id, due);
create index unit_request_from on unit_request (agency_id, from_unit_id);
create index unit_request_of on unit_request (agency_id, directive_id) where directive_id is not null;
select tenant_table('unit_request', append_only => true);

create table unit_request_answer (
  agency_id uuid not null,
  id uuid not null,
  request_id uuid not null,
  words text not null,
  answered_on date not null,
  recorded_at timestamptz not null,
  recorded_by uuid,
  primary key (agency_id, id),
  unique (agency_id, request_id),
  foreign key (agency_id, request_id) references unit_request (agency_id, id)
);
select tenant_table('unit_request_answer', append_only => true);
