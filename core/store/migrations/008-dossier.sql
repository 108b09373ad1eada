-- A dossier an officer accepted at a counter. Whose it is lies in `sealed` alone, and only until `purge_at`.
create table dossier (
  id text primary key,
  code text not null unique,
  ticket text not null references ticket (id),
  visit text not null references visit (id),
  procedure text,
  counter text not null,
  accepted_by text not null,
  accepted_at integer not null,
  due_at integer not null,
  fee_vnd integer,
  fee_paid integer check (fee_paid in (0, 1)),
  collect_at text not null check (collect_at in ('centre', 'post', 'electronic')),
  -- Of code and secret together, under a key that is not in this file.
  look_up_digest text not null,
  sealed blob,
  purge_at integer not null
) strict, without rowid;
create index dossier_by_ticket on dossier (ticket, accepted_at);
create index dossier_by_visit on dossier (visit);
create index dossier_to_purge on dossier (purge_at) where sealed is not null;
