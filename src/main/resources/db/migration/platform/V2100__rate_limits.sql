-- how often something was tried, by a hash of what was tried, whether or not there is such a thing; shared by all nodes
create table rate_limit (
    subject char(64)       not null primary key,
    state   varbinary(2000) not null,
    used_at datetime(6)    not null
);
create index rate_limit_used on rate_limit (used_at);
drop table attempt;
