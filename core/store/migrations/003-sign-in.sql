-- Wrong PINs in a row, for each officer and for each screen, so that a restart does not make guessing free again.
create table sign_in_guard (
  kind text not null check (kind in ('officer', 'screen')),
  id text not null,
  wrong integer not null,
  blocked_until integer not null,
  primary key (kind, id)
) strict, without rowid;
