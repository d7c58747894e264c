-- which products one node has changed, so that the others forget what they keep of them; gone after a day
create table product_news (
    id      binary(16)  not null primary key,
    node    binary(16)  not null,
    handles mediumtext  not null,
    at      datetime(6) not null
);
create index product_news_at on product_news (at);
