-- The facts of one day are found without reading all the years before it.
create index fact_by_at on fact (at);
-- When a day was closed and what was carried into it, whenever that happened.
create index fact_by_day on fact (json_extract(body, '$.day'))
  where type in ('day-closed', 'ticket-carried');
-- How many visits of a day were rated.
create index visit_by_end on visit (finished_at);
