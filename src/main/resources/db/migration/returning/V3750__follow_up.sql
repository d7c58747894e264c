-- one question after a delivery, asked once; its answer, and the inquiry that a bad one opened
create table follow_up (
    id           binary(16)  not null primary key,
    order_id     binary(16)  not null,
    order_number varchar(40) not null,
    customer_id  binary(16)  not null,
    due_at       datetime(6) not null,
    state        varchar(10) not null,
    sent_at      datetime(6),
    token_hash   varchar(64),
    expires_at   datetime(6),
    answered_at  datetime(6),
    rating       int,
    words        varchar(2000),
    inquiry      varchar(20),
    constraint follow_up_once unique (order_id),
    constraint follow_up_token unique (token_hash)
);
create index follow_up_due on follow_up (state, due_at);
create index follow_up_sent on follow_up (sent_at);
create index follow_up_answered on follow_up (answered_at);
create index follow_up_customer on follow_up (customer_id);

insert into purpose (code, position, channel, basis, offered) values ('follow-up', 10, 'email', 'consent', true);

insert into purpose_wording (id, purpose, version, language, title, sentence, valid_from) values
    (X'01900000000070008000000000001001', 'follow-up', 1, 'en', 'How my order went', 'You may e-mail me once after a delivery to ask how it went.', '2020-01-01 00:00:00'),
    (X'01900000000070008000000000001002', 'follow-up', 1, 'fr', 'Comment ma commande s’est passée', 'Vous pouvez m’écrire une fois par courriel après une livraison pour savoir comment cela s’est passé.', '2020-01-01 00:00:00');
