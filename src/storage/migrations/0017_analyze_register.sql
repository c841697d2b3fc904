-- After a register of thousands of rows came in the planner still believes the tables empty, until autovacuum looks a
-- minute later: a search then compared every row with every other. The application's role owns no table.
create function analyze_register() returns void language plpgsql security definer set search_path = public, pg_temp as $$
begin
  analyze directive, directive_fact, directive_now, directive_rollup;
end $$;
