-- a document may be for the members of several groups: the audiences stand side by side, separated by a space
alter table search_document modify column audience varchar(2000) not null;
