create table stock_item (
    variant_id    binary(16)  not null primary key,
    on_hand       int         not null,
    reserved      int         not null,
    backorderable boolean     not null
);

create table stock_reservation (
    reference  binary(16)  not null,
    variant_id binary(16)  not null,
    quantity   int         not null,
    state      varchar(10) not null,
    held_at    datetime(6) not null,
    ended_at   datetime(6),
    primary key (reference, variant_id),
    constraint reservation_of_stock foreign key (variant_id) references stock_item (variant_id)
);

create table stock_movement (
    id         binary(16)   not null primary key,
    variant_id binary(16)   not null,
    happened_at datetime(6) not null,
    difference int          not null,
    reason     varchar(80)  not null,
    reference  binary(16)
);
create index stock_movement_variant on stock_movement (variant_id, happened_at);
