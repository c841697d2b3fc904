-- Fields (lĩnh vực): what a directive is about, as the agency's reports are told apart by.

-- The field of a unit's work from a day on; of two for one day the later recorded stands, null takes it away. A directive is
-- of the field its lead unit had on the day it was given.
create table unit_field (
  agency_id uuid not null,
  id uuid not null,
  unit_id uuid not null,
  field text,
  from_day date not null,
  recorded_at timestamptz not null,
  recorded_by uuid,
  primary key (agency_id, id),
  foreign key (agency_id, unit_id) references unit (agency_id, id)
);
create index unit_field_of on unit_field (agency_id, unit_id, from_day desc, recorded_at desc);
select tenant_table('unit_field', append_only => true);

-- Derived from the facts like the rest of the row: the field a fact gives the directive itself; null where it is its unit's.
alter table directive_now add column field text;
