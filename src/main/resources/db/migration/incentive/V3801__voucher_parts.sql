-- goods that a voucher paid were called off or came back: their part of it is a voucher of its own
create table voucher_part (
    part_id    binary(16)     not null primary key,
    voucher_id binary(16)     not null,
    order_id   binary(16)     not null,
    amount     decimal(19, 4) not null,
    given_at   datetime(6)    not null,
    constraint voucher_part_part foreign key (part_id) references welcome_voucher (id),
    constraint voucher_part_voucher foreign key (voucher_id) references welcome_voucher (id)
);
create index voucher_part_order on voucher_part (order_id);
