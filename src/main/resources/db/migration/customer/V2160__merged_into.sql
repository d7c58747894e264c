-- a record that was found to be another's person: it stays as it was and leads to the other; null for all that count
alter table customer add column merged_into binary(16);
create index customer_merged_into on customer (merged_into);
