-- A reminder told to who acts in the stead of another that day; the absent one is told beside them.
alter table urging_told add column in_name_of jsonb;
