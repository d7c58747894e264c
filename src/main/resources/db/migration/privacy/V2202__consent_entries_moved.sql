-- V2201 (ConsentEntriesIntoTheChain) has moved every line into the chain
drop table consent_entry;
