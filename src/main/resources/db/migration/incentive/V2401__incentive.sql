-- what is offered to those who register; a change is a new line
create table incentive_rule (
    id          binary(16)     not null primary key,
    valid_from  datetime(6)    not null,
    switched_on boolean        not null,
    amount      decimal(19, 4) not null,
    currency    char(3)        not null,
    text_en     varchar(300)   not null,
    text_fr     varchar(300)   not null,
    staff_id    binary(16)     not null
);
create index incentive_rule_when on incentive_rule (valid_from);

-- accounts that let a person in for the first time, and whether a voucher came with it
create table opened_account (
    id         binary(16)  not null primary key,
    account_id binary(16)  not null,
    opened_at  datetime(6) not null,
    given      boolean     not null,
    constraint opened_account_once unique (account_id, opened_at)
);
create index opened_account_when on opened_account (opened_at);

-- append only; the key is a keyed hash of the address, so that nobody gets a second one after being forgotten
create table welcome_voucher (
    id          binary(16)     not null primary key,
    email_key   char(64)       not null,
    customer_id binary(16)     not null,
    code        varchar(20)    not null,
    amount      decimal(19, 4) not null,
    currency    char(3)        not null,
    given_at    datetime(6)    not null,
    constraint welcome_voucher_email unique (email_key),
    constraint welcome_voucher_code unique (code)
);
create index welcome_voucher_customer on welcome_voucher (customer_id);

create table voucher_use (
    voucher_id   binary(16)  not null primary key,
    used_at      datetime(6) not null,
    order_number varchar(30) not null,
    staff_id     binary(16)  not null,
    constraint voucher_use_voucher foreign key (voucher_id) references welcome_voucher (id)
);
