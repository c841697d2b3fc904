-- The day of a result that anybody may read of, recognised or completed, and put to use: derived with the rest of the row.
alter table task_now add column public_result_on date;

-- Who owns the tables is held to one agency as well: both show all their rows while they are filled.
alter table task_now no force row level security;
alter table task_count no force row level security;
update task_now n set public_result_on = coalesce(c.counted ->> 'recognisedOn', c.counted #>> '{spans,-1,1}')::date
from task_count c
where c.agency_id = n.agency_id and c.task_id = n.task_id and jsonb_array_length(c.counted -> 'applied') > 0
  and (c.counted ->> 'recognisedOn' is not null or c.counted ->> 'result' = 'completed');
alter table task_now force row level security;
alter table task_count force row level security;

create index task_now_public_results on task_now (agency_id, public_result_on) where public_result_on is not null;
