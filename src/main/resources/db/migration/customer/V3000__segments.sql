-- a group that fills itself: the filters of the list of customers, as they stand in its address; null for a group that is filled by hand
alter table customer_group add column conditions varchar(1000);
-- since when she herself says which language she reads; null where we only know in which one she came
alter table customer add column locale_chosen_at datetime(6);
