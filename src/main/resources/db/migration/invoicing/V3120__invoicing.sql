-- the next number of each series; its row stays locked until the document with the number is committed, so that there is no gap and no repeat
create table legal_series (
    name       varchar(20) not null primary key,
    next_value bigint      not null
);

-- an invoice or a credit note, as it was issued; never changed, what is wrong is credited
create table invoice (
    id             binary(16)     not null primary key,
    version        int            not null,
    kind           varchar(10)    not null,
    series         varchar(20)    not null,
    series_value   bigint         not null,
    number         varchar(40)    not null,
    cause          varchar(200)   not null,
    credits_id     binary(16),
    credits_number varchar(40),
    order_id       binary(16)     not null,
    order_number   varchar(40)    not null,
    order_token    varchar(40)    not null,
    customer_id    binary(16)     not null,
    issued_at      datetime(6)    not null,
    issued_on      date           not null,
    supplied_on    date,
    due_on         date,
    method         varchar(20),
    locale         varchar(10)    not null,
    currency       varchar(3)     not null,
    discount       decimal(19, 4) not null,
    shipping       decimal(19, 4) not null,
    net            decimal(19, 4) not null,
    tax            decimal(19, 4) not null,
    total          decimal(19, 4) not null,
    paid           decimal(19, 4) not null,
    buyer_name     varchar(200)   not null,
    buyer_company  varchar(200),
    buyer_email    varchar(254),
    recipient      varchar(200),
    line1          varchar(200),
    line2          varchar(200),
    city           varchar(120),
    province       varchar(10),
    postal_code    varchar(20),
    country        varchar(2),
    purchase_reference varchar(80),
    seller         varchar(1000)  not null,
    constraint invoice_number unique (number),
    constraint invoice_series unique (series, series_value),
    constraint invoice_cause unique (cause),
    constraint credit_of_invoice foreign key (credits_id) references invoice (id)
);
create index invoice_order on invoice (order_id);
create index invoice_customer on invoice (customer_id, issued_at);

create table invoice_line (
    invoice_id  binary(16)     not null,
    position    int            not null,
    sku         varchar(80)    not null,
    name        varchar(300)   not null,
    options     varchar(300),
    quantity    int            not null,
    each_amount decimal(19, 4) not null,
    line_amount decimal(19, 4) not null,
    primary key (invoice_id, position),
    constraint line_of_invoice foreign key (invoice_id) references invoice (id)
);
create table invoice_tax (
    invoice_id binary(16)     not null,
    position   int            not null,
    code       varchar(20)    not null,
    rate       decimal(9, 6),
    tax_amount decimal(19, 4) not null,
    primary key (invoice_id, position),
    constraint tax_of_invoice foreign key (invoice_id) references invoice (id)
);
