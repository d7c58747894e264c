-- what moved is a row for each time; how a payment stands follows from its rows
alter table payment add column label varchar(60);
alter table payment add column captured decimal(19, 4) default 0 not null;
alter table payment add column refunded decimal(19, 4) default 0 not null;
alter table payment add column problem varchar(60);
alter table payment add column canceled_at datetime(6);
update payment set captured = amount where status = 'CAPTURED';
update payment set canceled_at = changed_at where status = 'VOIDED';
create index payment_status on payment (status, changed_at);

-- external_id is the gateway's own name of the movement, so that none is written twice however often it is told
create table payment_entry (
    payment_id      binary(16)     not null,
    position        int            not null,
    kind            varchar(12)    not null,
    entry_amount    decimal(19, 4) not null,
    gateway         varchar(20)    not null,
    gateway_payment varchar(120),
    external_id     varchar(120),
    problem         varchar(60),
    happened_at     datetime(6)    not null,
    recorded_at     datetime(6)    not null,
    staff_id        binary(16),
    reason          varchar(500),
    primary key (payment_id, position),
    constraint entry_of_payment foreign key (payment_id) references payment (id),
    constraint payment_entry_once unique (gateway, kind, external_id)
);
insert into payment_entry (payment_id, position, kind, entry_amount, gateway, happened_at, recorded_at)
select id, 0, 'CAPTURED', amount, 'hand', changed_at, changed_at from payment where status = 'CAPTURED';

-- what we asked of a gateway: written before it is asked, so that an answer that never came can be asked for again
create table payment_attempt (
    id              binary(16)     not null primary key,
    version         int            not null,
    payment_id      binary(16)     not null,
    kind            varchar(10)    not null,
    gateway         varchar(20)    not null,
    amount          decimal(19, 4) not null,
    currency        varchar(3)     not null,
    state           varchar(10)    not null,
    gateway_payment varchar(120),
    page            varchar(1500),
    problem         varchar(60),
    tries           int            not null,
    asked_at        datetime(6)    not null,
    changed_at      datetime(6)    not null,
    staff_id        binary(16),
    reason          varchar(500),
    constraint attempt_of_payment foreign key (payment_id) references payment (id)
);
create index payment_attempt_payment on payment_attempt (payment_id);
create index payment_attempt_state on payment_attempt (state, changed_at);
create index payment_attempt_theirs on payment_attempt (gateway, gateway_payment);

-- what a gateway told of that belongs to no payment of ours, until somebody has looked at it
create table payment_stray (
    id              binary(16)     not null primary key,
    version         int            not null,
    gateway         varchar(20)    not null,
    external_id     varchar(120)   not null,
    kind            varchar(12)    not null,
    amount          decimal(19, 4) not null,
    currency        varchar(3)     not null,
    happened_at     datetime(6)    not null,
    recorded_at     datetime(6)    not null,
    settled_at      datetime(6),
    staff_id        binary(16),
    reason          varchar(500),
    constraint payment_stray_once unique (gateway, kind, external_id)
);

-- the other side of the demonstration gateway: what a bank would know
create table demo_charge (
    id         varchar(40)    not null primary key,
    ask_key    varchar(60)    not null,
    label      varchar(60)    not null,
    amount     decimal(19, 4) not null,
    currency   varchar(3)     not null,
    back       varchar(500)   not null,
    locale     varchar(10)    not null,
    state      varchar(12)    not null,
    problem    varchar(60),
    refunded   decimal(19, 4) not null,
    opened_at  datetime(6)    not null,
    changed_at datetime(6)    not null,
    constraint demo_charge_key unique (ask_key)
);
create table demo_refund (
    id         varchar(40)    not null primary key,
    ask_key    varchar(60)    not null,
    charge_id  varchar(40)    not null,
    amount     decimal(19, 4) not null,
    made_at    datetime(6)    not null,
    constraint demo_refund_key unique (ask_key),
    constraint refund_of_charge foreign key (charge_id) references demo_charge (id)
);
