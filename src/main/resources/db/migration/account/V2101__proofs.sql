-- by what the person showed who she is before she steps over into a session of her own
alter table one_time_link add column proof varchar(20);
