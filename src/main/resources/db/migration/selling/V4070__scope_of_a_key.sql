-- what a key was made for: orders, calls of a telephone system, or questions brought in by another system
alter table api_key add column scope varchar(20) default 'orders' not null;
