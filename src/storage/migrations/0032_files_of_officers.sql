-- A file that goes along with a step may be an officer's as well as a host's: then it is of no partner.
alter table portal_file rename to attached_file;
alter table attached_file alter column partner_id drop not null;
