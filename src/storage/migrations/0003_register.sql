-- Intake, review, register of documents, directives with their facts.
-- What stands (waiting, read, confirmed …) is never a column: it follows from which of these rows exist.

-- A file received. The same bytes again are recognised; `round` counts earlier receipts that were dropped.
create table intake (
  agency_id uuid not null,
  id uuid not null,
  file_hash text not null,
  round integer not null,
  name text not null,
  source text not null check (source in ('file', 'paste', 'photo')),
  received_at timestamptz not null,
  received_by uuid,
  primary key (agency_id, id),
  unique (agency_id, file_hash, round)
);
create index intake_by_time on intake (agency_id, received_at desc, id);
select tenant_table('intake', append_only => true);

-- Each time a reading is wanted; a wish without an outcome is the reader's queue.
create table reading_wish (
  agency_id uuid not null,
  id uuid not null,
  intake_id uuid not null,
  recorded_at timestamptz not null,
  recorded_by uuid,
  primary key (agency_id, id),
  foreign key (agency_id, intake_id) references intake (agency_id, id)
);
create index reading_wish_of on reading_wish (agency_id, intake_id);
select tenant_table('reading_wish', append_only => true);

-- Begun before the worker starts: a file that takes the whole server down is not tried for ever.
create table reading_attempt (
  agency_id uuid not null,
  id uuid not null,
  wish_id uuid not null,
  recorded_at timestamptz not null,
  primary key (agency_id, id),
  foreign key (agency_id, wish_id) references reading_wish (agency_id, id)
);
create index reading_attempt_of on reading_attempt (agency_id, wish_id);
select tenant_table('reading_attempt', append_only => true);

-- What came of a wish: a reading, or a refusal with what to do.
create table reading (
  agency_id uuid not null,
  id uuid not null,
  intake_id uuid not null,
  wish_id uuid not null,
  reader_version text not null,
  reading jsonb,
  refusal text,
  recorded_at timestamptz not null,
  primary key (agency_id, id),
  unique (agency_id, wish_id),
  foreign key (agency_id, wish_id) references reading_wish (agency_id, id),
  check ((reading is null) <> (refusal is null))
);
create index reading_of on reading (agency_id, intake_id, recorded_at desc);
select tenant_table('reading', append_only => true);

create table intake_drop (
  agency_id uuid not null,
  id uuid not null,
  intake_id uuid not null,
  reason text not null,
  recorded_at timestamptz not null,
  recorded_by uuid,
  primary key (agency_id, id),
  unique (agency_id, intake_id),
  foreign key (agency_id, intake_id) references intake (agency_id, id)
);
select tenant_table('intake_drop', append_only => true);

-- The clerk's working copy between reading and register: not yet facts, so it changes in place, by version.
create table review_head (
  agency_id uuid not null,
  intake_id uuid not null,
  reading_id uuid not null,
  head jsonb not null,
  version integer not null,
  changed_at timestamptz not null,
  changed_by uuid,
  primary key (agency_id, intake_id),
  foreign key (agency_id, reading_id) references reading (agency_id, id)
);
select tenant_table('review_head', append_only => false);

create table review_line (
  agency_id uuid not null,
  intake_id uuid not null,
  id uuid not null,
  position double precision not null,
  fields jsonb not null,
  read_as jsonb not null,
  present boolean not null,
  version integer not null,
  changed_at timestamptz not null,
  changed_by uuid,
  primary key (agency_id, intake_id, id),
  foreign key (agency_id, intake_id) references review_head (agency_id, intake_id)
);
select tenant_table('review_line', append_only => false);

-- Each act of a clerk with what stood before it: undo, and who decided what.
create table review_act (
  agency_id uuid not null,
  id uuid not null,
  intake_id uuid not null,
  act text not null,
  before jsonb not null,
  after jsonb not null,
  undoes uuid,
  recorded_at timestamptz not null,
  recorded_by uuid,
  primary key (agency_id, id),
  foreign key (agency_id, intake_id) references intake (agency_id, id)
);
create index review_act_of on review_act (agency_id, intake_id, recorded_at desc);
select tenant_table('review_act', append_only => true);

-- Register of documents in and out: one gap-free series per direction and year (NĐ 30/2020 Đ15).
create table document (
  agency_id uuid not null,
  id uuid not null,
  intake_id uuid,
  reading_id uuid,
  direction text not null check (direction in ('in', 'out')),
  book_year integer not null,
  book_number integer not null,
  kind text,
  number text,
  issued_on date,
  issuer text,
  subject text not null,
  registered_on date not null,
  recorded_at timestamptz not null,
  recorded_by uuid,
  fold text not null,
  search tsvector generated always as (to_tsvector('simple', fold)) stored,
  primary key (agency_id, id),
  unique (agency_id, direction, book_year, book_number),
  unique (agency_id, intake_id),
  foreign key (agency_id, intake_id) references intake (agency_id, id),
  foreign key (agency_id, reading_id) references reading (agency_id, id)
);
create index document_by_number on document (agency_id, number);
create index document_search on document using gin (search);
select tenant_table('document', append_only => true);

create table directive (
  agency_id uuid not null,
  id uuid not null,
  document_id uuid,
  ordinal integer not null,
  spans jsonb not null,
  outline jsonb not null,
  words text not null,
  action text not null,
  kind text not null check (kind in ('do', 'stop', 'standing')),
  quantity jsonb,
  recorded_at timestamptz not null,
  recorded_by uuid,
  fold text not null,
  search tsvector generated always as (to_tsvector('simple', fold)) stored,
  primary key (agency_id, id),
  foreign key (agency_id, document_id) references document (agency_id, id)
);
create index directive_of on directive (agency_id, document_id, ordinal);
create index directive_search on directive using gin (search);
select tenant_table('directive', append_only => true);

create table directive_fact (
  agency_id uuid not null,
  id uuid not null,
  directive_id uuid not null,
  happened_on date not null,
  recorded_at timestamptz not null,
  recorded_by uuid,
  body jsonb not null,
  primary key (agency_id, id),
  foreign key (agency_id, directive_id) references directive (agency_id, id)
);
create index directive_fact_of on directive_fact (agency_id, directive_id, happened_on, recorded_at);
select tenant_table('directive_fact', append_only => true);

-- Derived from directive_fact in the same transaction and proved equal to the fold; lateness is not here,
-- because it depends on the day one asks.
create table directive_now (
  agency_id uuid not null,
  directive_id uuid not null,
  document_id uuid,
  kind text not null,
  lead_unit_id uuid,
  lead_name text,
  coordinating jsonb not null,
  unit_ids uuid[] not null,
  product text,
  deadline jsonb not null,
  deadline_kind text not null,
  first_due date,
  due date,
  given_on date not null,
  version integer not null,
  primary key (agency_id, directive_id),
  foreign key (agency_id, directive_id) references directive (agency_id, id)
);
create index directive_now_by_due on directive_now (agency_id, due, directive_id);
create index directive_now_by_given on directive_now (agency_id, given_on desc, directive_id);
create index directive_now_by_lead on directive_now (agency_id, lead_unit_id, due, directive_id);
create index directive_now_by_document on directive_now (agency_id, document_id);
create index directive_now_units on directive_now using gin (unit_ids);
select tenant_table('directive_now', append_only => false);
