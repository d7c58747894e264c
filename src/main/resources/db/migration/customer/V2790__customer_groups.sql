-- customers who are treated alike: prices, catalogue and pages may depend on it
create table customer_group (
    id         binary(16)   not null primary key,
    version    int          not null,
    code       varchar(40)  not null,
    name_en    varchar(120) not null,
    name_fr    varchar(120) not null,
    retired_at datetime(6),
    created_at datetime(6)  not null,
    constraint customer_group_code unique (code)
);

create table customer_group_member (
    id          binary(16)  not null primary key,
    group_id    binary(16)  not null,
    customer_id binary(16)  not null,
    since       datetime(6) not null,
    constraint member_of_group_once unique (customer_id, group_id),
    constraint member_of_group foreign key (group_id) references customer_group (id)
);
create index customer_group_members on customer_group_member (group_id, since);
