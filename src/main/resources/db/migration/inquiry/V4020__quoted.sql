-- what a letter quotes below its own words, as it stood there; shown folded
alter table inquiry_message add column quoted mediumtext;
