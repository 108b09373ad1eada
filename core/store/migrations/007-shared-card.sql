-- Whose card a holder agreed to share with the officer: that they did, and nothing that stands on it. The card itself is
-- in memory only, so a restart loses it, and the officer should be told.
create table shared_card (
  ticket text primary key references ticket (id)
) strict, without rowid;
