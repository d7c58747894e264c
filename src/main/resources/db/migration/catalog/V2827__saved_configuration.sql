-- what a customer means to order again, as she wants it made
create table saved_configuration (
    id            binary(16)    not null primary key,
    customer_id   binary(16)    not null,
    variant_id    binary(16)    not null,
    configuration varchar(2000) not null,
    name          varchar(120)  not null,
    saved_at      datetime(6)   not null,
    constraint configuration_of_variant foreign key (variant_id) references product_variant (id)
);
create index saved_configuration_customer on saved_configuration (customer_id, saved_at);
