-- What an account may do is kept in the server's memory between its questions. Whoever changes it, by whatever door,
-- tells so when the change is committed; the server then asks anew.
create function tell_access() returns trigger language plpgsql as $$
begin
  perform pg_notify('access', '');
  return null;
end $$;

create trigger tell_access after insert or update or delete on membership
  for each statement execute function tell_access();
create trigger tell_access after insert or update or delete on access_change
  for each statement execute function tell_access();
create trigger tell_access after insert or update or delete on superior_view
  for each statement execute function tell_access();
create trigger tell_access after insert or update or delete on installation_role
  for each statement execute function tell_access();
create trigger tell_access after insert or update or delete on post_holding
  for each statement execute function tell_access();
create trigger tell_access after insert or update or delete on post_end
  for each statement execute function tell_access();
create trigger tell_access after insert or update or delete on delegation
  for each statement execute function tell_access();
create trigger tell_access after insert or update or delete on delegation_end
  for each statement execute function tell_access();
create trigger tell_access after update or delete on person
  for each statement execute function tell_access();
create trigger tell_access after insert or update or delete on unit_name
  for each statement execute function tell_access();
-- The identity library prolongs sessions all day long, which changes nothing here.
create trigger tell_access after update of "agencyId" on auth.session
  for each statement execute function tell_access();
create trigger tell_access_ended after delete on auth.session
  for each statement execute function tell_access();
