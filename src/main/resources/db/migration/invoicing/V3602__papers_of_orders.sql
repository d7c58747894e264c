-- whoever writes papers of an order holds its row, so that two shipments are invoiced one after the other
create table invoiced_order (
    order_id binary(16) not null primary key,
    held     int        not null
);
create index invoice_issued on invoice (issued_on, number);
create index invoice_order_number on invoice (order_number);
