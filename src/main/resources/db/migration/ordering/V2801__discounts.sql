-- what was taken off an order, line by line and by what
alter table sales_order add column discount decimal(19, 4) not null default 0;
alter table sales_order_line add column list_amount decimal(19, 4);
alter table sales_order_line add column discount_amount decimal(19, 4) not null default 0;
create table sales_order_discount (
    order_id        binary(16)     not null,
    position        int            not null,
    kind            varchar(12)    not null,
    label_en        varchar(160)   not null,
    label_fr        varchar(160)   not null,
    code            varchar(40),
    discount_amount decimal(19, 4) not null,
    primary key (order_id, position),
    constraint discount_of_order foreign key (order_id) references sales_order (id)
);

-- the coupons and vouchers that were typed for a cart
create table cart_code (
    cart_id  binary(16)  not null,
    position int         not null,
    code     varchar(40) not null,
    primary key (cart_id, position),
    constraint code_of_cart foreign key (cart_id) references cart (id)
);
