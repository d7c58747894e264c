-- a voucher is taken off by the checkout as well: then there is an order and nobody of the staff
alter table voucher_use add column order_id binary(16);
alter table voucher_use modify column staff_id binary(16) null;
create index voucher_use_order on voucher_use (order_id);

-- vouchers that came back because the order was canceled
create table voucher_return (
    id          binary(16)  not null primary key,
    voucher_id  binary(16)  not null,
    order_id    binary(16)  not null,
    used_at     datetime(6) not null,
    returned_at datetime(6) not null,
    constraint voucher_return_voucher foreign key (voucher_id) references welcome_voucher (id)
);
