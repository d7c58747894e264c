-- a live talk of one customer; when it is over it has become an inquiry
create table talk (
    id                     binary(16)   not null primary key,
    number                 varchar(20)  not null,
    customer_id            binary(16)   not null,
    person_id              binary(16),
    signed_in              boolean      not null,
    name                   varchar(120) not null,
    language               varchar(2)   not null,
    token_hash             varchar(64)  not null,
    request_key            varchar(100) not null,
    staff_id               binary(16),
    opened_at              datetime(6)  not null,
    waits_since            datetime(6)  not null,
    taken_at               datetime(6),
    ended_at               datetime(6),
    ended_why              varchar(20),
    inquiry_number         varchar(20),
    customer_seen_at       datetime(6)  not null,
    customer_writing_until datetime(6),
    staff_writing_until    datetime(6),
    constraint talk_number unique (number),
    constraint talk_token unique (token_hash),
    constraint talk_request unique (request_key)
);
create index talk_open on talk (ended_at, opened_at);
create index talk_customer on talk (customer_id, opened_at);

-- what was said in it, in order; the key is the sender's own, so that what is sent again is there once
create table talk_line (
    talk_id    binary(16)   not null,
    n          int          not null,
    client_key varchar(100) not null,
    who        varchar(20)  not null,
    staff_id   binary(16),
    said       text         not null,
    said_at    datetime(6)  not null,
    primary key (talk_id, n),
    constraint talk_line_once unique (talk_id, client_key),
    constraint talk_line_talk foreign key (talk_id) references talk (id)
);
