-- The organisation over time: reorganisations as one act with lines, delegations, persons recorded twice.

-- One act on a day by a decision; what it did to units, names and posts stands in their own facts.
create table reorganisation (
  agency_id uuid not null,
  id uuid not null,
  kind text not null check (kind in ('merge', 'split', 'rename', 'close')),
  effective_on date not null,
  decision_number text not null,
  decided_on date not null,
  recorded_at timestamptz not null,
  recorded_by uuid,
  primary key (agency_id, id)
);
create index reorganisation_by_day on reorganisation (agency_id, effective_on desc);
select tenant_table('reorganisation', append_only => true);

-- From which unit to which. Where `succeeds`, the name of the one means the other from the day on.
create table reorganisation_line (
  agency_id uuid not null,
  id uuid not null,
  reorganisation_id uuid not null,
  from_unit_id uuid not null,
  to_unit_id uuid not null,
  succeeds boolean not null,
  recorded_at timestamptz not null,
  recorded_by uuid,
  primary key (agency_id, id),
  foreign key (agency_id, reorganisation_id) references reorganisation (agency_id, id),
  foreign key (agency_id, from_unit_id) references unit (agency_id, id),
  foreign key (agency_id, to_unit_id) references unit (agency_id, id)
);
create index reorganisation_line_of on reorganisation_line (agency_id, reorganisation_id);
select tenant_table('reorganisation_line', append_only => true);

-- Each record that moved: the hand-over list is made from these. `moved_on` may be later than the act for a younger record.
create table reorganisation_move (
  agency_id uuid not null,
  id uuid not null,
  reorganisation_id uuid not null,
  record text not null check (record in ('directive', 'succession', 'post', 'request', 'unit')),
  record_id uuid not null,
  from_unit_id uuid not null,
  to_unit_id uuid,
  moved_on date not null,
  recorded_at timestamptz not null,
  recorded_by uuid,
  primary key (agency_id, id),
  foreign key (agency_id, reorganisation_id) references reorganisation (agency_id, id)
);
create index reorganisation_move_of on reorganisation_move (agency_id, reorganisation_id, record);
select tenant_table('reorganisation_move', append_only => true);

-- A question between units whose one side is another unit from a day on; the latest stands.
create table unit_request_move (
  agency_id uuid not null,
  id uuid not null,
  request_id uuid not null,
  side text not null check (side in ('asks', 'answers')),
  unit_id uuid not null,
  from_day date not null,
  recorded_at timestamptz not null,
  recorded_by uuid,
  primary key (agency_id, id),
  foreign key (agency_id, request_id) references unit_request (agency_id, id),
  foreign key (agency_id, unit_id) references unit (agency_id, id)
);
create index unit_request_move_of on unit_request_move (agency_id, request_id, side);
select tenant_table('unit_request_move', append_only => true);

-- Ký thay, thừa lệnh, thừa uỷ quyền. `last_day` is the last on which it holds; without `unit_id` it lends all posts.
create table delegation (
  agency_id uuid not null,
  id uuid not null,
  from_person_id uuid not null,
  to_person_id uuid not null,
  form text not null check (form in ('KT.', 'TL.', 'TUQ.')),
  unit_id uuid,
  from_day date not null,
  last_day date not null,
  document text not null,
  recorded_at timestamptz not null,
  recorded_by uuid,
  primary key (agency_id, id),
  foreign key (agency_id, from_person_id) references person (agency_id, id),
  foreign key (agency_id, to_person_id) references person (agency_id, id),
  foreign key (agency_id, unit_id) references unit (agency_id, id)
);
create index delegation_to on delegation (agency_id, to_person_id, last_day);
create index delegation_from on delegation (agency_id, from_person_id);
select tenant_table('delegation', append_only => true);

-- Ended early: the first day on which it no longer holds.
create table delegation_end (
  agency_id uuid not null,
  delegation_id uuid not null,
  ended_on date not null,
  recorded_at timestamptz not null,
  recorded_by uuid,
  primary key (agency_id, delegation_id),
  foreign key (agency_id, delegation_id) references delegation (agency_id, id)
);
select tenant_table('delegation_end', append_only => true);

-- Two records of one person: the merged one stays as it was and points to the one that goes on.
create table person_merge (
  agency_id uuid not null,
  merged_id uuid not null,
  into_id uuid not null,
  merged_on date not null,
  reason text not null,
  recorded_at timestamptz not null,
  recorded_by uuid,
  primary key (agency_id, merged_id),
  foreign key (agency_id, merged_id) references person (agency_id, id),
  foreign key (agency_id, into_id) references person (agency_id, id)
);
create index person_merge_into on person_merge (agency_id, into_id);
select tenant_table('person_merge', append_only => true);
