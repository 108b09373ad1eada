-- The whole queue: kinds, priority, the line a ticket stands in now, and moves that can be taken back.
-- A ticket's states and columns grow, so the table is made anew; its rows keep their ids.
create table ticket_new (
  id text primary key,
  day text not null,
  lane text not null,
  number integer not null check (number > 0),
  label text not null,
  kind text not null check (kind in ('file', 'result', 'question', 'online-help', 'appointment')),
  procedure text,
  station text not null,
  issued_at integer not null,
  state text not null check (
    state in ('waiting', 'called', 'serving', 'parked', 'missed', 'done', 'cancelled', 'expired')
  ),
  queue_day text not null,
  line text not null,
  bound_to text,
  priority text,
  rank integer not null,
  counter text,
  called_at integer,
  calls integer not null default 0,
  returns integer not null default 0,
  ended_at integer,
  version integer not null default 0,
  unique (day, lane, number)
) strict, without rowid;

insert into ticket_new
  select id, day, lane, number, label, 'file', procedure, station, issued_at, state, day, lane, null, null,
    issued_at, counter, called_at, calls, 0, ended_at, 0
  from ticket;
drop table ticket;
alter table ticket_new rename to ticket;
-- The first few of a line, priority and not, are found without reading the rest.
create index ticket_line on ticket (queue_day, state, line, (priority is null), rank, lane, number);

alter table visit add column outcome text check (outcome in ('done', 'transferred', 'parked'));
update visit set outcome = 'done' where finished_at is not null;

-- What else was done for the citizen in the same visit; the first service is the ticket's own.
create table service (
  visit text not null references visit (id),
  position integer not null,
  procedure text not null,
  begun_at integer not null,
  primary key (visit, position)
) strict, without rowid;

-- Every call and recall in its order: for the display, the voice and the turn of priority.
create table call (
  id integer primary key,
  ticket text not null references ticket (id),
  queue_day text not null,
  line text not null,
  label text not null,
  counter text not null,
  at integer not null,
  -- 1 for the first call, more for recalls.
  call integer not null,
  priority text,
  reason text not null,
  undone integer not null default 0
) strict;
create index call_by_line on call (queue_day, line, id);
create index call_by_counter on call (queue_day, counter, id);

-- The last move of each officer, while it can still be taken back.
create table last_move (
  officer text primary key,
  fact text not null,
  move text not null,
  at integer not null,
  ticket_before text not null,
  version_after integer not null
) strict, without rowid;

-- An appointment is known by its code alone.
create table appointment (
  code text primary key,
  day text not null,
  at integer not null,
  line text not null,
  procedure text,
  ticket text references ticket (id)
) strict, without rowid;
create index appointment_by_day on appointment (day, at);
