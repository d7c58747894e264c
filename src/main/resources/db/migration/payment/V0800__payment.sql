-- what is to be paid for a reference (an order), and how it stands
create table payment (
    id         binary(16)     not null primary key,
    version    int            not null,
    reference  binary(16)     not null,
    method     varchar(20)    not null,
    status     varchar(20)    not null,
    amount     decimal(19, 4) not null,
    currency   varchar(3)      not null,
    due_on     date,
    begun_at   datetime(6)    not null,
    changed_at datetime(6)    not null,
    constraint payment_reference unique (reference)
);
