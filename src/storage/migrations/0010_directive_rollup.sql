-- How many directives stand where, for one look over all agencies: kept in the transaction that writes directive_now
-- and proved equal to counting it. Parts are not counted beside the whole.
--
-- A row adds `count` (an act adds +1 and -1, so two acts of one unit never wait for each other) and a sweep folds rows of
-- one key into one. What an agency has is the sum.
--
-- bucket: the state without today's date; `dated` is open work with a last day in time. The row at -infinity counts all of
-- a bucket; of `dated` and `returned`, which today's date moves, further rows count by the last day in time. So a look
-- reads the days up to the last one that is soon, and the days to come follow by subtraction. Days past by more than two
-- stand under one.
-- lead_unit_id: the nil UUID where no unit of the agency leads.
create table directive_rollup (
  agency_id uuid not null,
  due date not null,
  lead_unit_id uuid not null,
  bucket text not null,
  id uuid not null,
  count integer not null,
  primary key (agency_id, due, lead_unit_id, bucket, id) include (count)
);
select tenant_table('directive_rollup');
-- Small and always moving: kept in a state in which a look needs the index only.
alter table directive_rollup set (
  autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 1000,
  autovacuum_vacuum_insert_scale_factor = 0, autovacuum_vacuum_insert_threshold = 1000
);

set local app.agencies = '*';
insert into directive_rollup (agency_id, due, lead_unit_id, bucket, id, count)
  select n.agency_id, d.due, coalesce(n.lead_unit_id, '00000000-0000-0000-0000-000000000000'), n.bucket,
    gen_random_uuid(), count(*)
  from (select *, case
      when phase = 'stopped' then 'stopped'
      when phase = 'accepted' and closed_on > due then 'done-late'
      when phase = 'accepted' then 'done-in-time'
      when kind = 'stop' then 'stop'
      when suspended then 'suspended'
      when phase = 'refused' then 'refused'
      when phase = 'submitted' then 'awaiting-confirmation'
      when phase = 'returned' then 'returned'
      when due is not null then 'dated'
      when kind = 'standing' or deadline_kind = 'recurring' then 'standing'
      when deadline_kind = 'relative' then 'awaiting-event'
      else 'no-deadline' end as bucket
    from directive_now where origin <> 'part') n
  cross join lateral (values ('-infinity'::date), (case when n.bucket in ('dated', 'returned')
    then greatest(n.due, (now() at time zone 'Asia/Ho_Chi_Minh')::date - 2) end)) d (due)
  where d.due is not null
  group by 1, 2, 3, 4;
reset app.agencies;
