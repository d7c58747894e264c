-- from where somebody came to the form (a host, never a whole address), and which statement stood beside it
alter table registration add column came_from varchar(200);
alter table registration add column campaign varchar(100);
alter table registration add column statement varchar(80);
