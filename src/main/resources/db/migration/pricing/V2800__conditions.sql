-- lists of prices: for everybody, for customers (people or companies) and for groups
create table price_list (
    id          binary(16)   not null primary key,
    version     int          not null,
    name        varchar(120) not null,
    label_en    varchar(120) not null,
    label_fr    varchar(120) not null,
    currency    char(3)      not null,
    valid_from  datetime(6),
    valid_until datetime(6),
    active      boolean      not null,
    changed_at  datetime(6)  not null,
    constraint price_list_name unique (name)
);

create table price_list_audience (
    id          binary(16)  not null primary key,
    list_id     binary(16)  not null,
    kind        varchar(10) not null,
    audience_id binary(16)  not null,
    constraint price_list_audience_once unique (list_id, kind, audience_id),
    constraint audience_of_price_list foreign key (list_id) references price_list (id)
);
create index price_list_audience_who on price_list_audience (audience_id, kind);

-- a fixed amount or a percentage off the list price, from so many pieces on; target is an id, a slug, or empty for everything
create table price_list_entry (
    id            binary(16)  not null primary key,
    list_id       binary(16)  not null,
    scope         varchar(10) not null,
    target        varchar(80) not null,
    from_quantity int         not null,
    amount        decimal(19, 4),
    percent       decimal(7, 4),
    constraint price_list_entry_once unique (list_id, scope, target, from_quantity),
    constraint entry_of_price_list foreign key (list_id) references price_list (id)
);
create index price_list_entry_target on price_list_entry (target, list_id);

-- what was agreed beside the prices; the days to pay of a company's own record win
create table customer_terms (
    id            binary(16)     not null primary key,
    kind          varchar(10)    not null,
    audience_id   binary(16)     not null,
    minimum_order decimal(19, 4),
    free_from     decimal(19, 4),
    payment_days  int,
    currency      char(3)        not null,
    changed_at    datetime(6)    not null,
    constraint customer_terms_once unique (kind, audience_id)
);

-- a recorded exception from every rule, with its reason and its end; never deleted
create table price_exception (
    id          binary(16)   not null primary key,
    customer_id binary(16)   not null,
    scope       varchar(10)  not null,
    target      varchar(80)  not null,
    amount      decimal(19, 4),
    percent     decimal(7, 4),
    currency    char(3)      not null,
    reason      varchar(500) not null,
    starts_at   datetime(6)  not null,
    ends_at     datetime(6)  not null,
    staff_id    binary(16)   not null,
    created_at  datetime(6)  not null
);
create index price_exception_customer on price_exception (customer_id, ends_at);
create index price_exception_end on price_exception (ends_at);

-- promotions; used counts those with a limit
create table promotion (
    id            binary(16)   not null primary key,
    version       int          not null,
    name          varchar(120) not null,
    label_en      varchar(160) not null,
    label_fr      varchar(160) not null,
    kind          varchar(12)  not null,
    scope         varchar(10)  not null,
    target        varchar(80)  not null,
    percent       decimal(7, 4),
    amount        decimal(19, 4),
    currency      char(3)      not null,
    buy_pieces    int,
    get_pieces    int,
    gift_id       binary(16),
    minimum_goods decimal(19, 4),
    audience      varchar(10)  not null,
    audience_id   binary(16)   not null,
    coupon_only   boolean      not null,
    combinable    boolean      not null,
    valid_from    datetime(6),
    valid_until   datetime(6),
    most_uses     int,
    most_each     int,
    used          int          not null,
    active        boolean      not null,
    changed_at    datetime(6)  not null,
    constraint promotion_name unique (name)
);

create table coupon (
    id           binary(16)  not null primary key,
    promotion_id binary(16)  not null,
    code         varchar(40) not null,
    most_uses    int,
    used         int         not null,
    active       boolean     not null,
    constraint coupon_code unique (code),
    constraint coupon_of_promotion foreign key (promotion_id) references promotion (id)
);
create index coupon_promotion on coupon (promotion_id);

-- which orders used a promotion: once an order; given back when the order is canceled
create table promotion_use (
    id            binary(16)     not null primary key,
    promotion_id  binary(16)     not null,
    coupon_id     binary(16),
    order_id      binary(16)     not null,
    customer_id   binary(16)     not null,
    amount        decimal(19, 4) not null,
    currency      char(3)        not null,
    used_at       datetime(6)    not null,
    given_back_at datetime(6),
    constraint promotion_use_once unique (order_id, promotion_id),
    constraint use_of_promotion foreign key (promotion_id) references promotion (id)
);
create index promotion_use_customer on promotion_use (customer_id, promotion_id);

-- how often one customer used a promotion with a limit for each: a row to count on, so that two orders at once cannot both be the last
create table promotion_count (
    promotion_id binary(16) not null,
    customer_id  binary(16) not null,
    used         int        not null,
    primary key (promotion_id, customer_id),
    constraint count_of_promotion foreign key (promotion_id) references promotion (id)
);

-- a class of goods that is taxed otherwise than by the rate of the place; a later row replaces an earlier one
create table tax_class_rate (
    country    char(2)       not null,
    code       varchar(10)   not null,
    tax_class  varchar(20)   not null,
    rate       decimal(9, 6) not null,
    valid_from date          not null,
    primary key (country, code, tax_class, valid_from)
);
insert into tax_class_rate (country, code, tax_class, rate, valid_from) values
    ('CA', 'GST', 'basic-grocery', 0, '1991-01-01'), ('CA', 'HST', 'basic-grocery', 0, '1997-04-01'),
    ('CA', 'PST', 'basic-grocery', 0, '1991-01-01'), ('CA', 'QST', 'basic-grocery', 0, '1992-07-01');

-- who need not pay a tax, by which certificate and until when; an empty province stands for all
create table tax_exemption (
    id          binary(16)  not null primary key,
    customer_id binary(16)  not null,
    country     char(2)     not null,
    province    varchar(10) not null,
    code        varchar(10) not null,
    certificate varchar(60) not null,
    valid_from  date        not null,
    valid_until date        not null,
    staff_id    binary(16)  not null,
    created_at  datetime(6) not null
);
create index tax_exemption_customer on tax_exemption (customer_id, valid_until);

-- how the price of an order came about, as it was computed when it was placed
create table price_explanation (
    order_id   binary(16)  not null primary key,
    created_at datetime(6) not null,
    document   longtext    not null
);
