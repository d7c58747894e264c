-- what a buyer may order for a company without asking: person_key is the person's id, or '*' for every buyer without a limit of her own
create table spending_limit (
    id         binary(16)     not null primary key,
    company_id binary(16)     not null,
    person_key varchar(36)    not null,
    currency   char(3)        not null,
    per_order  decimal(19, 4),
    per_month  decimal(19, 4),
    changed_at datetime(6)    not null,
    changed_by binary(16)     not null,
    constraint spending_limit_once unique (company_id, person_key)
);

-- an order that waits for a yes; checkout_key makes it one request however often it is asked for
create table approval_request (
    id                    binary(16)     not null primary key,
    version               int            not null,
    number                varchar(40)    not null,
    company_id            binary(16)     not null,
    person_id             binary(16)     not null,
    checkout_key          binary(16)     not null,
    status                varchar(12)    not null,
    asked_at              datetime(6)    not null,
    decided_at            datetime(6),
    channel               varchar(20)    not null,
    over_what             varchar(10)    not null,
    currency              char(3)        not null,
    allowed               decimal(19, 4) not null,
    total                 decimal(19, 4) not null,
    contact_name          varchar(200)   not null,
    contact_email         varchar(254),
    contact_phone         varchar(40),
    company_name          varchar(200),
    locale                varchar(10)    not null,
    recipient             varchar(200),
    line1                 varchar(200),
    line2                 varchar(200),
    city                  varchar(120),
    province              varchar(10),
    postal_code           varchar(20),
    country               varchar(2),
    shipping_option       varchar(20)    not null,
    purchase_reference    varchar(80),
    note                  varchar(2000),
    gift_message          varchar(500),
    deliver_on            date,
    delivery_instructions varchar(300),
    terms_version         int,
    pay_by                varchar(20)    not null,
    order_id              binary(16),
    order_number          varchar(40),
    constraint approval_request_once unique (checkout_key)
);
create index approval_request_company on approval_request (company_id, asked_at);
create index approval_request_status on approval_request (status, asked_at);
create index approval_request_order on approval_request (order_id);

create table approval_request_line (
    request_id    binary(16)    not null,
    position      int           not null,
    variant_id    binary(16)    not null,
    configuration varchar(2000) not null,
    quantity      int           not null,
    asked_for     int           not null,
    each_then     decimal(19, 4),
    primary key (request_id, position),
    constraint line_of_approval_request foreign key (request_id) references approval_request (id)
);

create table approval_request_code (
    request_id binary(16)  not null,
    position   int         not null,
    code       varchar(40) not null,
    primary key (request_id, position),
    constraint code_of_approval_request foreign key (request_id) references approval_request (id)
);

create table approval_request_moment (
    request_id  binary(16)    not null,
    position    int           not null,
    happened_at datetime(6)   not null,
    what        varchar(20)   not null,
    person_id   binary(16)    not null,
    detail      varchar(1000),
    primary key (request_id, position),
    constraint moment_of_approval_request foreign key (request_id) references approval_request (id)
);
