create table category (
    id             binary(16)   not null primary key,
    slug           varchar(80)  not null,
    parent_slug    varchar(80),
    backdrop       varchar(10)  not null,
    position       int          not null,
    name_en        varchar(120) not null,
    name_fr        varchar(120),
    description_en varchar(1000) not null,
    description_fr varchar(1000),
    version        int          not null,
    constraint category_slug unique (slug)
);

create table product (
    id           binary(16)   not null primary key,
    handle       varchar(120) not null,
    name_en      varchar(200) not null,
    name_fr      varchar(200),
    status       varchar(10)  not null,
    published_at datetime(6),
    tax_class    varchar(20)  not null,
    popular      boolean      not null,
    content      longtext     not null,
    version      int          not null,
    constraint product_handle unique (handle)
);
create index product_newest on product (status, published_at);

create table product_category (
    product_id    binary(16)  not null,
    category_slug varchar(80) not null,
    main          boolean     not null,
    primary key (product_id, category_slug),
    constraint category_of_product foreign key (product_id) references product (id)
);
create index product_category_slug on product_category (category_slug, product_id);

create table product_variant (
    id            binary(16)   not null primary key,
    product_id    binary(16)   not null,
    sku           varchar(64)  not null,
    option_values varchar(1000) not null,
    position      int          not null,
    unit_quantity decimal(12, 3),
    unit_measure  varchar(10),
    unit_per      decimal(12, 3),
    weight_grams  int          not null,
    backorderable boolean      not null,
    retired       boolean      not null,
    version       int          not null,
    constraint variant_sku unique (sku),
    constraint variant_of_product foreign key (product_id) references product (id)
);
create index variant_product on product_variant (product_id, position);
