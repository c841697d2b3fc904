-- What people are told by letter beside the ladder of their directives.

-- Work newly handed to somebody: found by when it was recorded, however late that was.
create index directive_fact_handed on directive_fact (agency_id, recorded_at)
  where body ->> 'kind' in ('given', 'corrected', 'transferred', 'assigned');

-- Which letter told a person of something that happened: a fact of a directive or of a conference is told once.
create table letter_news (
  agency_id uuid not null,
  fact_id uuid not null,
  person_id uuid not null,
  letter_id uuid not null,
  primary key (agency_id, fact_id, person_id),
  foreign key (agency_id, person_id) references person (agency_id, id),
  foreign key (agency_id, letter_id) references letter (agency_id, id)
);
select tenant_table('letter_news', append_only => true);

-- What a unit owes beside its directives (its page of a review, the answer to a proposal, an opinion on a draft), and who
-- was told of it on which day, for which day of the ladder. Takes the place of review_told, which knew reviews only.
create table owed_told (
  agency_id uuid not null,
  id uuid not null,
  -- The review, the proposal, or the fact that asked for the opinion.
  owed_id uuid not null,
  unit_id uuid not null,
  person_id uuid not null,
  day date not null,
  step integer not null,
  in_name_of jsonb,
  recorded_at timestamptz not null,
  primary key (agency_id, id),
  unique (agency_id, owed_id, unit_id, person_id, day),
  foreign key (agency_id, unit_id) references unit (agency_id, id),
  foreign key (agency_id, person_id) references person (agency_id, id)
);
create index owed_told_on on owed_told (agency_id, day);
select tenant_table('owed_told', append_only => true);

insert into owed_told (agency_id, id, owed_id, unit_id, person_id, day, step, in_name_of, recorded_at)
  select agency_id, id, review_id, unit_id, person_id, day, step, in_name_of, recorded_at from review_told;
drop table review_told;
