-- how often what continued a term was called off: each time it can be continued by one click again
alter table running_term add column reopened int default 0 not null;
