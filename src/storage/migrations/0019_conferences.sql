-- Conferences (hội nghị) and the notice of their conclusions. How one stands is folded from its facts.

-- A paper the agency issued is kept as originals are that come in, and read back; it waits for nobody's review.
alter table intake drop constraint intake_source_check;
alter table intake add constraint intake_source_check check (source in ('file', 'paste', 'photo', 'issued'));

create table conference (
  agency_id uuid not null,
  id uuid not null,
  recorded_at timestamptz not null,
  recorded_by uuid,
  primary key (agency_id, id)
);
select tenant_table('conference', append_only => true);

create table conference_fact (
  agency_id uuid not null,
  id uuid not null,
  conference_id uuid not null,
  happened_on date not null,
  recorded_at timestamptz not null,
  recorded_by uuid,
  body jsonb not null,
  primary key (agency_id, id),
  foreign key (agency_id, conference_id) references conference (agency_id, id)
);
create index conference_fact_of on conference_fact (agency_id, conference_id, recorded_at, id);
select tenant_table('conference_fact', append_only => true);

-- Everything an issued notice says, once: canonical JSON as text, since jsonb would lose its bytes, and its files.
create table conference_notice (
  agency_id uuid not null,
  conference_id uuid not null,
  document_id uuid not null,
  content text not null,
  sha256 text not null,
  docx_hash text not null,
  pdf_hash text not null,
  recorded_at timestamptz not null,
  recorded_by uuid,
  primary key (agency_id, conference_id),
  foreign key (agency_id, conference_id) references conference (agency_id, id),
  foreign key (agency_id, document_id) references document (agency_id, id)
);
select tenant_table('conference_notice', append_only => true);
