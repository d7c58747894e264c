-- a link in whose place a new one came: whoever follows it reads that its time is over, not that it never was
create table order_link_closed (
    token     varchar(40) not null primary key,
    order_id  binary(16)  not null,
    closed_at datetime(6) not null,
    constraint order_link_closed_order foreign key (order_id) references sales_order (id) on delete cascade
);
