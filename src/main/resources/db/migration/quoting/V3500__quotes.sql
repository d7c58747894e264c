-- what the shop offers a customer for a while, at prices that hold; nothing of it changes once it is made but where it stands
create table quote (
    id               binary(16)     not null primary key,
    version          int            not null,
    number           varchar(20)    not null,
    status           varchar(10)    not null,
    customer_id      binary(16)     not null,
    made_by          binary(16)     not null,
    made_at          datetime(6)    not null,
    changed_at       datetime(6)    not null,
    valid_until      date           not null,
    contact_name     varchar(200)   not null,
    company          varchar(200),
    contact_email    varchar(254)   not null,
    contact_phone    varchar(40),
    locale           varchar(10)    not null,
    recipient        varchar(200),
    line1            varchar(200),
    line2            varchar(200),
    city             varchar(120),
    province         varchar(10),
    postal_code      varchar(20),
    country          varchar(2),
    shipping_option  varchar(20)    not null,
    reference        varchar(80),
    note             varchar(2000),
    payment_days     int            not null,
    minimum_order    decimal(19, 4),
    free_from        decimal(19, 4),
    total            decimal(19, 4) not null,
    currency         char(3)        not null,
    priced           mediumtext     not null,
    order_id         binary(16),
    order_number     varchar(40),
    request_key      binary(16)     not null,
    constraint quote_number unique (number),
    constraint quote_once unique (request_key)
);
create index quote_customer on quote (customer_id, made_at);
create index quote_status on quote (status, valid_until);
create index quote_made on quote (made_at);

-- the goods, in the order of the prices
create table quote_line (
    quote_id      binary(16)    not null,
    position      int           not null,
    variant_id    binary(16)    not null,
    sku           varchar(80)   not null,
    handle        varchar(120)  not null,
    name_en       varchar(300)  not null,
    name_fr       varchar(300),
    options_en    varchar(2000),
    options_fr    varchar(2000),
    art           varchar(300),
    backdrop      varchar(20),
    quantity      int           not null,
    configuration varchar(2000),
    primary key (quote_id, position),
    constraint line_of_quote foreign key (quote_id) references quote (id)
);

create table quote_moment (
    quote_id    binary(16)  not null,
    position    int         not null,
    happened_at datetime(6) not null,
    what        varchar(20) not null,
    actor       varchar(10) not null,
    staff_id    binary(16),
    detail      varchar(2000),
    primary key (quote_id, position),
    constraint moment_of_quote foreign key (quote_id) references quote (id)
);
