-- when a product comes and goes, who may see it, where it stood before, and in which numbers it is sold
alter table product add column retire_at datetime(6);
alter table product add column successor varchar(120);
alter table product add column limited boolean not null default false;
alter table product add column gaps varchar(200);
create index product_retiring on product (status, retire_at);

create table product_audience (
    product_id binary(16) not null,
    group_id   binary(16) not null,
    primary key (product_id, group_id),
    constraint audience_of_product foreign key (product_id) references product (id)
);
create index product_audience_group on product_audience (group_id);

-- addresses that lead to a product that stands elsewhere now
create table product_address (
    handle     varchar(120) not null primary key,
    product_id binary(16)   not null,
    ended_at   datetime(6)  not null,
    constraint address_of_product foreign key (product_id) references product (id)
);
create index product_address_product on product_address (product_id, ended_at);

alter table product_variant add column min_quantity int not null default 1;
alter table product_variant add column quantity_step int not null default 1;
alter table product_variant add column most_per_order int;
alter table product_variant add column lead_days int;
