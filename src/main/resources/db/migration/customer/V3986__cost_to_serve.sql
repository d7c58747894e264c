-- what serving a customer cost in a year, worked out anew each night; segments ask for it
create table customer_cost (
    customer_id binary(16)     not null primary key,
    inquiries   bigint         not null,
    minutes     bigint         not null,
    returned    bigint         not null,
    amount      decimal(19, 4) not null,
    currency    char(3)        not null,
    band        varchar(20)    not null,
    worked_out  datetime(6)    not null,
    constraint cost_of_customer foreign key (customer_id) references customer (id)
);
create index customer_cost_band on customer_cost (band, customer_id);
