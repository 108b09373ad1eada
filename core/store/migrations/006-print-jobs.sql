-- Slips on their way to paper and what became of each. The words are sealed, and erased once they cannot be printed again.
create table print_job (
  seq integer primary key,
  id text not null unique,
  -- The first job with the same words.
  origin text not null,
  kind text not null,
  ticket text references ticket (id),
  day text not null,
  station text not null,
  slip blob,
  reprint integer not null,
  officer text,
  reason text not null,
  state text not null check (state in ('waiting', 'printing', 'printed', 'failed', 'voided')),
  why text,
  printer text,
  created_at integer not null,
  started_at integer,
  settled_at integer,
  expires_at integer not null
) strict;
create index print_job_by_ticket on print_job (ticket, seq);
create index print_job_by_origin on print_job (origin, seq);
create index print_job_by_day on print_job (day, state);
create index print_job_open on print_job (seq) where state in ('waiting', 'printing');
create index print_job_with_words on print_job (seq) where slip is not null;

-- What a ticket's QR code says: unguessable, and nothing else is known by it.
alter table ticket add column status_token text;
create unique index ticket_by_status_token on ticket (status_token) where status_token is not null;
