-- nothing was kept in it yet: a secret is kept as its hash in digits as everywhere, and a name may be as long as elsewhere
drop table newsletter_request;
create table newsletter_request (
    id           binary(16)   not null primary key,
    email        varchar(320) not null,
    name         varchar(200) not null,
    locale       varchar(20)  not null,
    wording_id   binary(16)   not null,
    token_hash   varchar(64)  not null,
    asked_at     datetime(6)  not null,
    ends_at      datetime(6)  not null,
    confirmed_at datetime(6),
    customer_id  binary(16),
    constraint newsletter_request_token unique (token_hash),
    constraint newsletter_request_wording foreign key (wording_id) references purpose_wording (id)
);
create index newsletter_request_ends on newsletter_request (confirmed_at, ends_at);
create index newsletter_request_customer on newsletter_request (customer_id);
