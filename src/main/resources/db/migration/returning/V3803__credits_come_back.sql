-- what of a credit an order took and gave back, because goods of it were called off or came back
create table return_credit_back (
    id       binary(16)     not null primary key,
    use_id   binary(16)     not null,
    amount   decimal(19, 4) not null,
    given_at datetime(6)    not null,
    constraint return_credit_back_use foreign key (use_id) references return_credit_use (id)
);
-- what credits and vouchers paid of the pieces of a return, and what of it came back
alter table return_request add column credit_share decimal(19, 4);
alter table return_request add column credit_back decimal(19, 4);
