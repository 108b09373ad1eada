-- Times are milliseconds since the epoch, by the clock of the device unless said otherwise.

create table centre (
  id text primary key,
  name text not null
);

-- One row a device: where its sequence stands. Locked first in every ingest.
create table device (
  id uuid primary key,
  centre_id text not null references centre (id),
  epoch integer not null,
  acknowledged integer not null,
  sent_at bigint not null,
  received_at bigint not null -- by the clock of the hub; with sent_at, how wrong the device's clock is
);

-- Every fact as it came, in the order of its device. Never edited.
create table fact (
  device_id uuid not null references device (id),
  epoch integer not null,
  seq integer not null,
  id uuid not null,
  centre_id text not null references centre (id),
  type text not null,
  version integer not null,
  at bigint not null,
  received_at bigint not null,
  body text not null, -- JSON; not jsonb, which refuses \u0000 and would let one fact of an unknown type stop a device
  primary key (device_id, epoch, seq)
);

-- Derived from facts. Their keys belong to the thing and not to the fact, so that a device that had to begin a new
-- epoch and sends a fact again is not counted twice.
create table ticket (
  device_id uuid not null references device (id),
  id uuid not null,
  centre_id text not null references centre (id),
  day date,
  number text,
  lane text,
  procedure text,
  station text,
  issued_at bigint, -- null: the fact that tells of the issue has not come, or was refused
  called_at bigint, -- the first call
  calls integer not null,
  counter text,
  begun_at bigint,
  finished_at bigint,
  missed_at bigint,
  paper text,
  primary key (device_id, id)
);
create index ticket_by_centre on ticket (centre_id);

create table rating (
  device_id uuid not null references device (id),
  visit text not null,
  question text not null,
  centre_id text not null references centre (id),
  counter text not null,
  lane text not null,
  procedure text,
  choice text not null,
  value integer not null,
  given_at bigint not null,
  primary key (device_id, visit, question)
);
create index rating_by_centre on rating (centre_id);
