-- what people asked for in vain, brought together
create table gap (
    id             binary(16)   not null primary key,
    label          varchar(300) not null,
    language       varchar(2)   not null,
    product        varchar(150),
    kind           varchar(20)  not null,
    moved          boolean      not null,
    state          varchar(20)  not null,
    owner          binary(16),
    note           varchar(500),
    opened_at      datetime(6)  not null,
    closed_at      datetime(6),
    closed_by      binary(16),
    closed_article varchar(120),
    version        int          not null
);

-- the records behind it, read anew from where they stand with every refresh
create table gap_item (
    id          binary(16)   not null primary key,
    source      varchar(20)  not null,
    ref         varchar(160) not null,
    gap_id      binary(16)   not null,
    words       varchar(300) not null,
    product     varchar(150),
    customer_id binary(16),
    weight      double       not null,
    happened_at datetime(6)  not null,
    constraint gap_item_once unique (source, ref),
    constraint gap_item_gap foreign key (gap_id) references gap (id)
);
create index gap_item_of on gap_item (gap_id, happened_at);
create index gap_item_customer on gap_item (customer_id);
