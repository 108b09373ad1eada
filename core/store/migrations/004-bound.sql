-- Who was sent to one counter is found without reading everybody who waits.
create index ticket_bound on ticket (queue_day, bound_to) where bound_to is not null;
