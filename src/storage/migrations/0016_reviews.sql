-- Reviews of a period (sơ kết, tổng kết). How one stands is folded from its facts; what was signed is kept as it was.

create table review (
  agency_id uuid not null,
  id uuid not null,
  recorded_at timestamptz not null,
  recorded_by uuid,
  primary key (agency_id, id)
);
select tenant_table('review', append_only => true);

create table review_fact (
  agency_id uuid not null,
  id uuid not null,
  review_id uuid not null,
  happened_on date not null,
  recorded_at timestamptz not null,
  recorded_by uuid,
  body jsonb not null,
  primary key (agency_id, id),
  foreign key (agency_id, review_id) references review (agency_id, id)
);
create index review_fact_of on review_fact (agency_id, review_id, recorded_at, id);
select tenant_table('review_fact', append_only => true);

-- Everything a signed review says, once: canonical JSON as text, since jsonb would lose its bytes, and the report as issued.
create table review_snapshot (
  agency_id uuid not null,
  review_id uuid not null,
  content text not null,
  sha256 text not null,
  docx_hash text not null,
  pdf_hash text not null,
  recorded_at timestamptz not null,
  recorded_by uuid,
  primary key (agency_id, review_id),
  foreign key (agency_id, review_id) references review (agency_id, id)
);
select tenant_table('review_snapshot', append_only => true);
