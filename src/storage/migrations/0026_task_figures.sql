-- What figures count of a task: what it is and the days on which it came to what, folded with `task_now` from the same facts. A
-- task without a row is folded from its facts when it is counted.
create table task_count (
  agency_id uuid not null,
  task_id uuid not null,
  counted jsonb not null,
  primary key (agency_id, task_id),
  foreign key (agency_id, task_id) references task (agency_id, id)
);
select tenant_table('task_count');

-- The fact that did the step; null where the step was closed without being done.
alter table task_step_time add column fact_id uuid;
