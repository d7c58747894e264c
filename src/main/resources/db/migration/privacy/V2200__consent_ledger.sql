-- what may be asked for, as data: the channels that a permission is for, and what the law allows without being asked
alter table purpose modify column channel varchar(80) not null;
alter table purpose add column purchase_months int;
alter table purpose add column inquiry_months int;

-- a wording that changes in substance ends what was agreed to in earlier words
alter table purpose_wording add column in_substance boolean not null default false;
alter table purpose_wording add column published_by binary(16);

alter table privacy_statement add column published_by binary(16);
alter table privacy_statement add column published_at datetime(6);

-- append only and gapless; every line's hash covers all its columns, the words and the hash before it (ConsentChain).
-- customer_id is all zeros where a line counts for everybody. No names, no addresses of people, no network addresses.
create table consent_ledger (
    sequence          bigint       not null primary key,
    id                binary(16)   not null,
    kind              varchar(20)  not null,
    customer_id       binary(16)   not null,
    other_id          binary(16),
    purpose           varchar(40),
    channels          varchar(80),
    basis             varchar(20),
    wording_id        binary(16),
    wording_digest    binary(32),
    statement_version int,
    form              varchar(40)  not null,
    page              varchar(200),
    ground_kind       varchar(20),
    ground_id         binary(16),
    actor_kind        varchar(20)  not null,
    actor_id          binary(16),
    happened_at       datetime(6)  not null,
    expires_at        datetime(6),
    recorded_at       datetime(6)  not null,
    once_key          varchar(200) not null,
    previous_hash     binary(32)   not null,
    hash              binary(32)   not null,
    constraint consent_ledger_id unique (id),
    constraint consent_ledger_once unique (once_key),
    constraint consent_ledger_wording foreign key (wording_id) references purpose_wording (id)
);
create index consent_ledger_customer on consent_ledger (customer_id, happened_at, sequence);
create index consent_ledger_other on consent_ledger (other_id);

-- how long the ledger is and how it ends: kept apart from the lines, so that lines missing at the end are noticed; its row is the
-- lock that puts writers in order
create table consent_head (
    id       int        not null primary key,
    sequence bigint     not null,
    hash     binary(32) not null
);
insert into consent_head (id, sequence, hash) values (1, 0, X'0000000000000000000000000000000000000000000000000000000000000000');

-- who asked for the newsletter and has not yet shown that the address is hers; the address is forgotten as soon as it is decided
create table newsletter_request (
    id           binary(16)   not null primary key,
    email        varchar(320) not null,
    name         varchar(120) not null,
    locale       varchar(20)  not null,
    wordings     varchar(400) not null,
    token_hash   binary(32)   not null,
    asked_at     datetime(6)  not null,
    ends_at      datetime(6)  not null,
    confirmed_at datetime(6),
    customer_id  binary(16),
    constraint newsletter_request_token unique (token_hash)
);
create index newsletter_request_email on newsletter_request (email, asked_at);
create index newsletter_request_customer on newsletter_request (customer_id);

-- the key by which links in messages are signed; made at the first need
create table signing_key (
    name       varchar(40)   not null primary key,
    secret     varbinary(64) not null,
    created_at datetime(6)   not null
);
