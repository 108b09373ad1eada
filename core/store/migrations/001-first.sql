-- One row: who this store is to the hub. A new epoch after any restore, so that nothing vanishes as a repeat.
create table device (
  only_row integer primary key check (only_row = 1),
  id text not null,
  epoch integer not null
) strict;

-- Settings an administrator edits, each one JSON document.
create table setting (
  key text primary key,
  value text not null
) strict;

create table officer (
  id text primary key,
  name text not null,
  role text not null check (role in ('officer', 'guide', 'admin')),
  pin_hash text not null
) strict;

create table ticket (
  id text primary key,
  day text not null,
  lane text not null,
  number integer not null check (number > 0),
  label text not null,
  procedure text,
  station text not null,
  state text not null check (state in ('waiting', 'called', 'serving', 'done', 'missed', 'cancelled')),
  issued_at integer not null,
  counter text,
  called_at integer,
  calls integer not null default 0,
  ended_at integer,
  unique (day, lane, number)
) strict, without rowid;
create index ticket_by_state on ticket (day, state, lane, number);

-- What happens at a counter for one ticket. The id is unguessable: it is what a rating is bound to.
create table visit (
  id text primary key,
  ticket text not null references ticket (id),
  counter text not null,
  officer text not null,
  begun_at integer not null,
  finished_at integer
) strict;
create index visit_by_ticket on visit (ticket);
create index visit_by_counter on visit (counter, finished_at);

create table rating (
  visit text primary key references visit (id),
  question text not null,
  choice text not null,
  value integer not null,
  counter text not null,
  day text not null,
  given_at integer not null
) strict;
create index rating_by_day on rating (day, choice);

-- Every fact ever recorded here, numbered without gaps. Never edited.
create table fact (
  seq integer primary key,
  id text not null,
  type text not null,
  v integer not null,
  at integer not null,
  body text not null
) strict;

-- What the hub has not acknowledged yet.
create table outbox (
  seq integer primary key references fact (seq)
) strict;

-- Facts the hub refused: kept, visible, and out of the way of the rest.
create table set_aside (
  seq integer primary key references fact (seq),
  reason text not null
) strict;

create table sync_state (
  only_row integer primary key check (only_row = 1),
  acknowledged_through integer not null,
  last_success_at integer
) strict;
insert into sync_state values (1, 0, null);
