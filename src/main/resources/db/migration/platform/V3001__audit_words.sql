-- the words are kept in lower case and without accents, so they are compared as they stand: by the language's rules it took ten times as long
alter table audit_entry modify column search_text varchar(1000) character set utf8mb4 collate utf8mb4_bin;
