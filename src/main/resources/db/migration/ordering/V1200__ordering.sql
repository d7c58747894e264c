-- one open cart an owner: "customer:" and an id, or "visitor:" and the hash of the cookie's secret; a sold one is "sold:" and its id
create table cart (
    id         binary(16)  not null primary key,
    version    int         not null,
    owner_key  varchar(80) not null,
    created_at datetime(6) not null,
    changed_at datetime(6) not null,
    constraint cart_owner unique (owner_key)
);
create index cart_changed on cart (changed_at);

create table cart_line (
    cart_id    binary(16) not null,
    position   int        not null,
    variant_id binary(16) not null,
    quantity   int        not null,
    primary key (cart_id, position),
    constraint line_of_cart foreign key (cart_id) references cart (id)
);

-- an order or a credit; checkout_key makes it one order however often it is asked for
create table sales_order (
    id                 binary(16)     not null primary key,
    version            int            not null,
    number             varchar(40)    not null,
    kind               varchar(10)    not null,
    status             varchar(12)    not null,
    customer_id        binary(16)     not null,
    checkout_key       binary(16),
    channel            varchar(20)    not null,
    placed_at          datetime(6)    not null,
    packed_at          datetime(6),
    shipped_at         datetime(6),
    delivered_at       datetime(6),
    canceled_at        datetime(6),
    currency           varchar(3)      not null,
    goods              decimal(19, 4) not null,
    shipping           decimal(19, 4) not null,
    total              decimal(19, 4) not null,
    pieces             int            not null,
    contact_name       varchar(200)   not null,
    contact_email      varchar(254),
    contact_phone      varchar(40),
    locale             varchar(10)    not null,
    recipient          varchar(200),
    line1              varchar(200),
    line2              varchar(200),
    city               varchar(120),
    province           varchar(10),
    postal_code        varchar(20),
    country            varchar(2),
    shipping_option    varchar(20)    not null,
    promised_on        date,
    purchase_reference varchar(80),
    note               varchar(2000),
    track_token        varchar(40)    not null,
    search_text        varchar(900)   not null,
    constraint sales_order_number unique (number),
    constraint sales_order_checkout unique (checkout_key),
    constraint sales_order_track unique (track_token)
);
create index sales_order_customer on sales_order (customer_id, placed_at);
create index sales_order_status on sales_order (status, placed_at);
create index sales_order_placed on sales_order (placed_at);

create table sales_order_line (
    order_id     binary(16)     not null,
    position     int            not null,
    variant_id   binary(16),
    sku          varchar(80)    not null,
    handle       varchar(200),
    name_en      varchar(300)   not null,
    name_fr      varchar(300),
    options_en   varchar(300),
    options_fr   varchar(300),
    art          varchar(300),
    backdrop     varchar(20),
    tax_class    varchar(20),
    weight_grams int            not null,
    quantity     int            not null,
    each_amount  decimal(19, 4) not null,
    total_amount decimal(19, 4) not null,
    primary key (order_id, position),
    constraint line_of_order foreign key (order_id) references sales_order (id)
);
create index sales_order_line_variant on sales_order_line (variant_id);

create table sales_order_tax (
    order_id   binary(16)     not null,
    position   int            not null,
    code       varchar(20)    not null,
    rate       decimal(9, 6),
    tax_amount decimal(19, 4) not null,
    primary key (order_id, position),
    constraint tax_of_order foreign key (order_id) references sales_order (id)
);

-- what happened to an order, and who did it; only ever added to
create table sales_order_moment (
    order_id    binary(16)  not null,
    position    int         not null,
    happened_at datetime(6) not null,
    what        varchar(20) not null,
    actor       varchar(10) not null,
    staff_id    binary(16),
    detail      varchar(2000),
    primary key (order_id, position),
    constraint moment_of_order foreign key (order_id) references sales_order (id)
);
