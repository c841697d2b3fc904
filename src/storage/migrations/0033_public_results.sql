-- The day of a result that anybody may read of, recognised or completed, and put to use: derived with the rest of the row.
alter table task_now add column public_result_on date;

set local app.agencies = '*';
update task_now n set public_result_on = coalesce(c.counted ->> 'recognisedOn', c.counted #>> '{spans,-1,1}')::date
from task_count c
where c.agency_id = n.agency_id and c.task_id = n.task_id and jsonb_array_length(c.counted -> 'applied') > 0
  and (c.counted ->> 'recognisedOn' is not null or c.counted ->> 'result' = 'completed');
reset app.agencies;

create index task_now_public_results on task_now (agency_id, public_result_on) where public_result_on is not null;
