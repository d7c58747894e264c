-- the way to an order's page for a guest without the link: a ticket for every question, whether or not an order answers to it
create table tracking_code (
    id         binary(16)  not null primary key,
    order_id   binary(16),
    code_hash  varchar(64),
    asked_at   datetime(6) not null,
    expires_at datetime(6) not null,
    tries      int         not null,
    used_at    datetime(6)
);
create index tracking_code_expires on tracking_code (expires_at);
create index tracking_code_order on tracking_code (order_id);

-- until when goods of an order that is not paid yet are kept, and when its customer was reminded of it
alter table sales_order add column pay_until datetime(6);
alter table sales_order add column pay_reminded_at datetime(6);
create index sales_order_pay_until on sales_order (status, pay_until);
