-- what was agreed with a person or company: for how long, on which terms, and who of us looks after it
create table contract (
    id            binary(16)    not null primary key,
    version       int           not null,
    number        varchar(20)   not null,
    customer_id   binary(16)    not null,
    title         varchar(150)  not null,
    terms         varchar(8000) not null,
    begins_on     date          not null,
    ends_on       date,
    notice_days   int           not null,
    remind_days   int           not null,
    decide_on     date,
    remind_on     date,
    reminded_for  date,
    leaving       boolean       not null,
    price_list_id binary(16),
    owner_id      binary(16)    not null,
    made_at       datetime(6)   not null,
    changed_at    datetime(6)   not null,
    constraint contract_number unique (number)
);
create index contract_customer on contract (customer_id, begins_on);
create index contract_remind on contract (leaving, remind_on);
create index contract_owner on contract (owner_id);

create table contract_moment (
    contract_id binary(16)  not null,
    position    int         not null,
    happened_at datetime(6) not null,
    what        varchar(20) not null,
    staff_id    binary(16),
    on_day      date,
    detail      varchar(2000),
    primary key (contract_id, position),
    constraint contract_moment_contract foreign key (contract_id) references contract (id)
);

-- checked by content; a file that is taken away keeps its name and loses its content
create table contract_file (
    id           binary(16)   not null primary key,
    contract_id  binary(16)   not null,
    name         varchar(150) not null,
    content_type varchar(40)  not null,
    size         int          not null,
    body         mediumblob,
    shared       boolean      not null,
    added_at     datetime(6)  not null,
    staff_id     binary(16),
    removed_at   datetime(6),
    constraint contract_file_contract foreign key (contract_id) references contract (id)
);
create index contract_file_of on contract_file (contract_id, added_at);
