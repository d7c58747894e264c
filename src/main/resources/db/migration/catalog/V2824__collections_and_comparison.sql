-- products that stand together by a rule
create table product_collection (
    id             binary(16)    not null primary key,
    version        int           not null,
    slug           varchar(80)   not null,
    name_en        varchar(120)  not null,
    name_fr        varchar(120)  not null,
    description_en varchar(1000) not null,
    description_fr varchar(1000) not null,
    rules          varchar(2000) not null,
    on_home        boolean       not null,
    position       int           not null,
    active         boolean       not null,
    constraint product_collection_slug unique (slug)
);

-- what somebody else asks for the same, as staff saw it
create table competitor_price (
    id          binary(16)     not null primary key,
    product_id  binary(16)     not null,
    competitor  varchar(120)   not null,
    amount      decimal(19, 4) not null,
    currency    char(3)        not null,
    source      varchar(500)   not null,
    seen_on     date           not null,
    shown       boolean        not null,
    recorded_at datetime(6)    not null,
    constraint competitor_price_of_product foreign key (product_id) references product (id)
);
create index competitor_price_product on competitor_price (product_id, seen_on);
