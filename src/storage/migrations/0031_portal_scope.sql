-- An organisation's account may be given for the tasks of one of its investigators only; null for all of its tasks.
alter table portal_access add column investigator_id uuid;
