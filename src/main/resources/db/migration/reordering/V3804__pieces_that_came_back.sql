-- of the pieces of a term, so many came back: what runs is what is left
alter table running_term add column came_back int default 0 not null;
