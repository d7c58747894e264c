-- states that say where several shipments and a payment stand; what keeps an order from being packed; how many were ordered at first
alter table sales_order modify column status varchar(20) not null;
alter table sales_order add column hold_reason varchar(500);
alter table sales_order add column held_by binary(16);
alter table sales_order add column held_at datetime(6);
alter table sales_order add column held_until date;
alter table sales_order add column delay_told_at datetime(6);
create index sales_order_held on sales_order (held_at);
create index sales_order_promised on sales_order (status, promised_on);
create index sales_order_channel on sales_order (channel, placed_at);
alter table sales_order_line add column ordered_quantity int;
