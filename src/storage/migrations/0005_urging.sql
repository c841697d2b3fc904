-- Reminders told, letters wished for and what became of them, calendar feeds. All of it facts: what is unread, waiting
-- or sent follows from which rows exist.

-- Who was told of a directive on a day, and for which day of the ladder: nothing is told twice.
create table urging_told (
  agency_id uuid not null,
  id uuid not null,
  directive_id uuid not null,
  person_id uuid not null,
  day date not null,
  step integer not null,
  due date not null,
  recorded_at timestamptz not null,
  primary key (agency_id, id),
  unique (agency_id, directive_id, person_id, day),
  foreign key (agency_id, directive_id) references directive (agency_id, id),
  foreign key (agency_id, person_id) references person (agency_id, id)
);
create index urging_told_to on urging_told (agency_id, person_id, day desc);
select tenant_table('urging_told', append_only => true);

create table urging_read (
  agency_id uuid not null,
  told_id uuid not null,
  recorded_at timestamptz not null,
  recorded_by uuid,
  primary key (agency_id, told_id),
  foreign key (agency_id, told_id) references urging_told (agency_id, id)
);
select tenant_table('urging_read', append_only => true);

-- A letter as it is to be sent, one a person and day; its Message-ID never changes, however often it is tried.
create table letter (
  agency_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  day date not null,
  message_id text not null,
  subject text not null,
  plain text not null,
  html text not null,
  recorded_at timestamptz not null,
  primary key (agency_id, id),
  unique (agency_id, person_id, day),
  foreign key (agency_id, person_id) references person (agency_id, id)
);
create index letter_by_time on letter (agency_id, recorded_at desc, id desc);
select tenant_table('letter', append_only => true);

-- Which letter carries a reminder: one at most.
create table letter_told (
  agency_id uuid not null,
  told_id uuid not null,
  letter_id uuid not null,
  primary key (agency_id, told_id),
  foreign key (agency_id, told_id) references urging_told (agency_id, id),
  foreign key (agency_id, letter_id) references letter (agency_id, id)
);
select tenant_table('letter_told', append_only => true);

-- What happened to a letter (`domain/urging/delivery.ts`). Of two processes one alone records that a try begins.
create table letter_delivery (
  agency_id uuid not null,
  id uuid not null,
  letter_id uuid not null,
  try integer not null,
  kind text not null check (kind in ('begun', 'handed', 'sent', 'failed', 'unknown', 'again')),
  permanent boolean not null,
  words text not null,
  recorded_at timestamptz not null,
  recorded_by uuid,
  primary key (agency_id, id),
  unique (agency_id, letter_id, try, kind),
  foreign key (agency_id, letter_id) references letter (agency_id, id)
);
select tenant_table('letter_delivery', append_only => true);

-- An address under which due days can be subscribed to: of a person, or of a unit. Only the hash of its secret is kept.
create table calendar_feed (
  agency_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  unit_id uuid,
  hash text not null,
  recorded_at timestamptz not null,
  primary key (agency_id, id),
  foreign key (agency_id, person_id) references person (agency_id, id),
  foreign key (agency_id, unit_id) references unit (agency_id, id)
);
create index calendar_feed_of on calendar_feed (agency_id, person_id);
select tenant_table('calendar_feed', append_only => true);

create table calendar_feed_end (
  agency_id uuid not null,
  feed_id uuid not null,
  recorded_at timestamptz not null,
  recorded_by uuid,
  primary key (agency_id, feed_id),
  foreign key (agency_id, feed_id) references calendar_feed (agency_id, id)
);
select tenant_table('calendar_feed_end', append_only => true);
