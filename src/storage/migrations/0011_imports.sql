-- Registers brought in from Excel or CSV: each file once, all its rows or none.

-- A file of an agency is known by its hash, so that the same file again doubles nothing.
create table directive_import (
  agency_id uuid not null,
  id uuid not null,
  file_hash text not null,
  file_name text not null,
  rows integer not null,
  recorded_at timestamptz not null,
  recorded_by uuid,
  primary key (agency_id, id),
  unique (agency_id, file_hash)
);
select tenant_table('directive_import', append_only => true);

-- `source_number` is the number of the document that gave it, as an imported register writes it.
alter table directive add column import_id uuid, add column source_number text;
create index directive_of_import on directive (agency_id, import_id) where import_id is not null;

-- What is searched is folded already, so its words need no parser: a fifth of what storing a directive cost. A word of
-- hundreds of letters is none anybody looks for, and more than an index takes.
update directive set fold = regexp_replace(fold, '(\S{250})\S+', '\1', 'g') where fold ~ '\S{251}';
alter table directive drop column search;
alter table directive add column search tsvector generated always as
  (array_to_tsvector(array_remove(string_to_array(fold, ' '), '') || array['agency' || replace(agency_id::text, '-', '')]))
  stored;
create index directive_search on directive using gin (search);
