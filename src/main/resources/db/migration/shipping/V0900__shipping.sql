-- one parcel for a reference (an order)
create table shipment (
    id              binary(16)   not null primary key,
    version         int          not null,
    reference       binary(16)   not null,
    shipping_option varchar(20)  not null,
    carrier         varchar(80),
    tracking_number varchar(80),
    promised_on     date,
    requested_at    datetime(6)  not null,
    packed_at       datetime(6),
    shipped_at      datetime(6),
    delivered_at    datetime(6),
    canceled_at     datetime(6),
    constraint shipment_reference unique (reference)
);

create table shipment_event (
    shipment_id binary(16)   not null,
    position    int          not null,
    happened_at datetime(6)  not null,
    code        varchar(20)  not null,
    place       varchar(200),
    primary key (shipment_id, position),
    constraint event_of_shipment foreign key (shipment_id) references shipment (id)
);
