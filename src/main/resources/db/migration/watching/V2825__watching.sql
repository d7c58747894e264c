-- who wants to be told once when a variant is back or costs less
create table product_watch (
    id           binary(16)     not null primary key,
    customer_id  binary(16),
    email        varchar(254),
    locale       varchar(10)    not null,
    variant_id   binary(16)     not null,
    kind         varchar(10)    not null,
    price_then   decimal(19, 4),
    currency     char(3),
    asked_at     datetime(6)    not null,
    token_hash   varchar(64),
    confirmed_at datetime(6),
    told_at      datetime(6)
);
create index product_watch_customer on product_watch (customer_id, asked_at);
create index product_watch_waiting on product_watch (told_at, confirmed_at, variant_id);
create unique index product_watch_token on product_watch (token_hash);

insert into purpose (code, position, channel, basis, offered) values ('notices', 8, 'email', 'consent', true);

insert into purpose_wording (id, purpose, version, language, title, sentence, valid_from) values
    (X'01900000000070008000000000000801', 'notices', 1, 'en', 'Notices I asked for', 'You may e-mail me once when something I asked about is back or costs less.', '2020-01-01 00:00:00'),
    (X'01900000000070008000000000000802', 'notices', 1, 'fr', 'Les avis que j’ai demandés', 'Vous pouvez m’écrire une fois par courriel quand un article que j’ai demandé est de retour ou coûte moins cher.', '2020-01-01 00:00:00');
