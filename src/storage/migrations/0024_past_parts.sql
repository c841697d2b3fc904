-- Tasks that somebody once hosted or led, or was barred on: found without reading every fact of the agency.
create index task_fact_of_parts on task_fact (agency_id)
  where body ->> 'kind' in ('banned', 'changed', 'changeNotified', 'corrected');
