-- A signed review may be opened again: every version that was signed is kept.

alter table review_snapshot add column version int not null default 1;
alter table review_snapshot alter column version drop default;
alter table review_snapshot drop constraint review_snapshot_pkey;
alter table review_snapshot add primary key (agency_id, review_id, version);

-- Who was told on which day that a unit's page of a review is missing, and for which day of the ladder.
create table review_told (
  agency_id uuid not null,
  id uuid not null,
  review_id uuid not null,
  unit_id uuid not null,
  person_id uuid not null,
  day date not null,
  step integer not null,
  in_name_of jsonb,
  recorded_at timestamptz not null,
  primary key (agency_id, id),
  unique (agency_id, review_id, unit_id, person_id, day),
  foreign key (agency_id, review_id) references review (agency_id, id),
  foreign key (agency_id, unit_id) references unit (agency_id, id),
  foreign key (agency_id, person_id) references person (agency_id, id)
);
create index review_told_on on review_told (agency_id, day);
select tenant_table('review_told', append_only => true);

-- Word templates of the agency's own, by the day they hold from; without a file the layout of the decree holds again.
create table paper_template (
  agency_id uuid not null,
  id uuid not null,
  kind text not null,
  from_day date not null,
  file_hash text,
  file_name text,
  recorded_at timestamptz not null,
  recorded_by uuid,
  primary key (agency_id, id),
  foreign key (agency_id, file_hash) references file (agency_id, hash),
  check ((file_hash is null) = (file_name is null))
);
select tenant_table('paper_template', append_only => true);
