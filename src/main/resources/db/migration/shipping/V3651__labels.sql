-- labels that are bought from a carrier's service: written before it is asked, so that a label whose answer never came is asked for again, not bought twice
create table shipment_label (
    id           binary(16)     not null primary key,
    shipment_id  binary(16)     not null,
    carrier      varchar(80)    not null,
    weight_grams int            not null,
    state        varchar(10)    not null,
    theirs       varchar(80),
    problem      varchar(200),
    tries        int            not null,
    next_try_at  datetime(6),
    cost         decimal(19, 4),
    currency     varchar(3),
    asked_at     datetime(6)    not null,
    changed_at   datetime(6)    not null,
    staff_id     binary(16),
    constraint label_of_shipment unique (shipment_id)
);
create index shipment_label_due on shipment_label (next_try_at);
