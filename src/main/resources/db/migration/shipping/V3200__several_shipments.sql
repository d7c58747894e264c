-- an order leaves in as many shipments as it takes, each with its goods, its parcels and its own way
alter table shipment drop constraint shipment_reference;
alter table shipment add column number int not null default 1;
alter table shipment add column label_url varchar(500);
alter table shipment add column carrier_reference varchar(80);
create unique index shipment_of_reference on shipment (reference, number);
create index shipment_shipped on shipment (shipped_at);

-- what is in it: the line of whatever the reference is, and how many pieces
create table shipment_line (
    shipment_id binary(16) not null,
    position    int        not null,
    line        int        not null,
    quantity    int        not null,
    primary key (shipment_id, position),
    constraint line_of_shipment foreign key (shipment_id) references shipment (id)
);

create table shipment_parcel (
    shipment_id     binary(16) not null,
    position        int        not null,
    tracking_number varchar(80),
    weight_grams    int,
    primary key (shipment_id, position),
    constraint parcel_of_shipment foreign key (shipment_id) references shipment (id)
);
create index shipment_parcel_number on shipment_parcel (tracking_number);

-- shipments of before held everything that was ordered; one that was never packed says nothing that the order does not say
insert into shipment_line (shipment_id, position, line, quantity)
    select s.id, l.position, l.position, l.quantity from shipment s join sales_order_line l on l.order_id = s.reference
    where s.packed_at is not null and s.canceled_at is null and l.quantity > 0;
insert into shipment_parcel (shipment_id, position, tracking_number) select id, 0, tracking_number from shipment where tracking_number is not null;
delete from shipment_event where shipment_id in (select id from shipment where packed_at is null or canceled_at is not null);
delete from shipment where packed_at is null or canceled_at is not null;
