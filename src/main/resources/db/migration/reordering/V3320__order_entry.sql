-- orders that staff took for a customer: who, by which way the customer came, and how long it took
create table order_entry (
    order_id    binary(16)  not null primary key,
    staff_id    binary(16)  not null,
    channel     varchar(10) not null,
    began_at    datetime(6) not null,
    placed_at   datetime(6) not null
);
create index order_entry_placed on order_entry (placed_at);
create index order_entry_staff on order_entry (staff_id);
