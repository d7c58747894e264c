create table mailbox (
    id             binary(16)   not null primary key,
    name           varchar(80)  not null,
    address        varchar(254) not null,
    language       varchar(10)  not null,
    team           varchar(80),
    imap_host      varchar(190) not null,
    imap_port      int          not null,
    imap_security  varchar(10)  not null,
    username       varchar(190) not null,
    secret_sealed  varchar(600) not null,
    folder         varchar(190) not null,
    smtp_host      varchar(190),
    smtp_port      int,
    smtp_security  varchar(10),
    plus_addresses boolean      not null,
    trusted_server varchar(190),
    active         boolean      not null,
    taken_since    datetime(6),
    state          varchar(20)  not null,
    problem        varchar(200),
    checked_at     datetime(6),
    failing_since  datetime(6),
    held_by        varchar(80),
    held_until     datetime(6),
    version        int          not null,
    constraint mailbox_address unique (address)
);

-- one row a message of a mailbox, made in the same transaction as its bytes; it is never deleted
create table mail_incoming (
    id              binary(16)   not null primary key,
    mailbox_id      binary(16)   not null,
    uid_validity    bigint       not null,
    uid             bigint       not null,
    raw_size        bigint       not null,
    raw_hash        varchar(64)  not null,
    body_hash       varchar(64)  not null,
    arrived_at      datetime(6)  not null,
    state           varchar(20)  not null,
    outcome         varchar(20),
    problem         varchar(40),
    attempts        int          not null,
    next_attempt_at datetime(6),
    message_hash    varchar(64),
    message_id      varchar(500),
    sender          varchar(254) not null,
    sender_name     varchar(200) not null,
    subject         varchar(400) not null,
    sent_at         datetime(6),
    own_text        mediumtext,
    quoted_text     mediumtext,
    html            mediumtext,
    quoted_html     mediumtext,
    protection      varchar(20),
    verdict         varchar(20),
    inquiry_number  varchar(20),
    linked_number   varchar(20),
    customer_id     binary(16),
    handled_by      binary(16),
    handled_at      datetime(6),
    reason          varchar(300),
    constraint mail_incoming_uid unique (mailbox_id, uid_validity, uid)
);
create index mail_incoming_due on mail_incoming (next_attempt_at);
create index mail_incoming_state on mail_incoming (state, arrived_at);
create index mail_incoming_arrived on mail_incoming (arrived_at);
create index mail_incoming_raw on mail_incoming (raw_hash);
create index mail_incoming_message on mail_incoming (message_hash);
create index mail_incoming_sender on mail_incoming (sender, arrived_at);
create index mail_incoming_customer on mail_incoming (customer_id);
create index mail_incoming_inquiry on mail_incoming (inquiry_number);

-- the bytes as they came, in pieces, so that no statement and no memory has to hold a whole message
create table mail_piece (
    mail_id  binary(16) not null,
    position int        not null,
    content  mediumblob not null,
    primary key (mail_id, position),
    constraint mail_piece_mail foreign key (mail_id) references mail_incoming (id)
);

create table mail_file (
    mail_id      binary(16)   not null,
    position     int          not null,
    path         varchar(120) not null,
    name         varchar(200) not null,
    content_type varchar(210) not null,
    size         bigint       not null,
    content_id   varchar(250) not null,
    inline_shown boolean      not null,
    state        varchar(20)  not null,
    primary key (mail_id, position),
    constraint mail_file_mail foreign key (mail_id) references mail_incoming (id)
);

-- ids of messages by which answers are told to belong to an inquiry: ours and, to name them when we answer, the others'
create table mail_thread (
    id             binary(16)   not null primary key,
    message_hash   varchar(64)  not null,
    message_id     varchar(500) not null,
    inquiry_number varchar(20)  not null,
    mailbox_id     binary(16),
    outbox_id      binary(16),
    recipient_hash varchar(64),
    automatic      boolean      not null,
    noted_at       datetime(6)  not null,
    constraint mail_thread_message unique (message_hash)
);
create index mail_thread_outbox on mail_thread (outbox_id);
create index mail_thread_recipient on mail_thread (recipient_hash, noted_at);
create index mail_thread_inquiry on mail_thread (inquiry_number, noted_at);
