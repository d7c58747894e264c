alter table search_document add column version int not null default 0;
