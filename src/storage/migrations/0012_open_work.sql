-- What is open, came due in a period or was done in one, each apart from the years that are over: a director's morning
-- reads these and not the whole register.
create index directive_now_open on directive_now (agency_id, due, directive_id)
  include (lead_unit_id, phase, kind, suspended, deadline_kind, origin)
  where phase not in ('accepted', 'stopped');
create index directive_now_to_decide on directive_now (agency_id, lead_unit_id)
  include (phase, kind, suspended, extension_asked, origin)
  where phase in ('submitted', 'refused') or extension_asked;
create index directive_now_waiting on directive_now (agency_id, waiting_unit_id) where waiting_unit_id is not null;
create index directive_now_by_closed on directive_now (agency_id, closed_on, lead_unit_id) include (origin)
  where closed_on is not null;
drop index directive_now_by_first_due;
create index directive_now_by_first_due on directive_now (agency_id, first_due)
  include (lead_unit_id, due, closed_on, stopped_on, suspended, origin);
