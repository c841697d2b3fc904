-- An account's way into an agency ends and may come back: of the changes the latest counts; without any it is open
-- since it was given. Posts end by themselves (post_end); this is the door before them.
create table access_change (
  user_id text not null references auth."user" (id),
  agency_id uuid not null references agency (id),
  kind text not null check (kind in ('membership', 'view')),
  open boolean not null,
  recorded_at timestamptz not null,
  recorded_by text,
  primary key (user_id, agency_id, kind, recorded_at)
);
select reference_table('access_change', append_only => true);
