-- who sold what waits for approval; the order it becomes is theirs
alter table approval_request add column agent varchar(40);
