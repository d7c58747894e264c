-- one row a message; a message is never posted twice (message_key) and never changed after it was posted, only its state
create table outbox_message (
    id              binary(16)   not null primary key,
    message_key     varchar(200) not null,
    kind            varchar(80)  not null,
    purpose         varchar(80),
    customer_id     binary(16),
    recipient       varchar(320) not null,
    locale          varchar(20)  not null,
    subject         varchar(500) not null,
    html            mediumtext   not null,
    plain           mediumtext   not null,
    state           varchar(20)  not null,
    attempts        int          not null,
    posted_at       datetime(6)  not null,
    next_attempt_at datetime(6),
    claimed_by      varchar(80),
    done_at         datetime(6),
    problem         varchar(500),
    constraint outbox_message_key unique (message_key)
);
create index outbox_message_due on outbox_message (next_attempt_at);
create index outbox_message_posted on outbox_message (posted_at);
create index outbox_message_customer on outbox_message (customer_id, posted_at);
create index outbox_message_state on outbox_message (state, posted_at);
