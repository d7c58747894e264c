-- who sells for the shop: partners, franchises, offices, affiliates
create table sales_agent (
    code     varchar(40)  not null,
    name     varchar(120) not null,
    kind     varchar(20)  not null,
    active   boolean      not null,
    made_by  binary(16)   not null,
    made_at  datetime(6)  not null,
    primary key (code)
);

-- the staff of an office
create table sales_agent_staff (
    staff_id   binary(16)  not null,
    agent_code varchar(40) not null,
    primary key (staff_id, agent_code),
    constraint sales_agent_staff_agent foreign key (agent_code) references sales_agent (code)
);

-- keys of programs; of the secret only its hash
create table api_key (
    id           binary(16)   not null,
    name         varchar(80)  not null,
    secret_hash  char(64)     not null,
    hint         varchar(12)  not null,
    customer_id  binary(16),
    agent_code   varchar(40),
    made_by      binary(16)   not null,
    made_at      datetime(6)  not null,
    last_used_at datetime(6),
    revoked_at   datetime(6),
    revoked_by   binary(16),
    primary key (id),
    constraint api_key_secret unique (secret_hash),
    constraint api_key_agent foreign key (agent_code) references sales_agent (code)
);
create index api_key_customer on api_key (customer_id);

-- what a program has asked once, so that asking again is the same
create table api_request (
    key_id       binary(16)  not null,
    request_key  varchar(80) not null,
    body_hash    char(64)    not null,
    order_number varchar(60),
    asked_at     datetime(6) not null,
    primary key (key_id, request_key),
    constraint api_request_key foreign key (key_id) references api_key (id)
);
create index api_request_asked on api_request (asked_at);
