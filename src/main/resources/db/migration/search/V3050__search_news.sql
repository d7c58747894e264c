-- which documents of the search a node has written, so that the index of every other node follows within a second
create table search_news (
    id        binary(16)  not null primary key,
    node      binary(16)  not null,
    documents mediumblob  not null,
    at        datetime(6) not null
);
create index search_news_at on search_news (at);
