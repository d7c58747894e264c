-- why something comes back, or is complained of: a list that the shop edits; what was used once stays
create table return_reason (
    id        binary(16)   not null primary key,
    position  int          not null,
    name_en   varchar(120) not null,
    name_fr   varchar(120) not null,
    complaint boolean      not null,
    active    boolean      not null
);
insert into return_reason (id, position, name_en, name_fr, complaint, active) values
    (X'01900000000070008000000000340001', 1, 'It does not suit me', 'Cela ne me convient pas', false, true),
    (X'01900000000070008000000000340002', 2, 'Ordered by mistake', 'Commandé par erreur', false, true),
    (X'01900000000070008000000000340003', 3, 'Not as described', 'Différent de la description', false, true),
    (X'01900000000070008000000000340004', 4, 'Arrived broken', 'Arrivé brisé', true, true),
    (X'01900000000070008000000000340005', 5, 'Wrong item', 'Mauvais article', true, true),
    (X'01900000000070008000000000340006', 6, 'Stopped working', 'Ne fonctionne plus', true, true),
    (X'01900000000070008000000000340007', 7, 'Stale or spoiled', 'Éventé ou gâté', true, true),
    (X'01900000000070008000000000340008', 8, 'Something is missing', 'Il manque quelque chose', true, true);

-- a return or a complaint about one line of an order; what was sold stands here as it was sold
create table return_request (
    id               binary(16)     not null primary key,
    version          int            not null,
    number           varchar(20)    not null,
    kind             varchar(10)    not null,
    status           varchar(12)    not null,
    order_id         binary(16)     not null,
    order_number     varchar(40)    not null,
    customer_id      binary(16)     not null,
    opened_by        binary(16),
    line             int            not null,
    variant_id       binary(16),
    sku              varchar(80)    not null,
    name_en          varchar(300)   not null,
    name_fr          varchar(300),
    options_en       varchar(300),
    options_fr       varchar(300),
    art              varchar(300),
    backdrop         varchar(20),
    quantity         int            not null,
    reason_id        binary(16)     not null,
    words            varchar(2000)  not null,
    wish             varchar(10)    not null,
    contact_email    varchar(254),
    locale           varchar(10)    not null,
    opened_at        datetime(6)    not null,
    changed_at       datetime(6)    not null,
    send_back        boolean        not null,
    return_address   varchar(500),
    carrier          varchar(60),
    tracking_number  varchar(80),
    goods_condition  varchar(10),
    restocked        boolean        not null,
    outcome          varchar(10),
    amount           decimal(19, 4),
    currency         varchar(3)     not null,
    replacement      varchar(40),
    closed_at        datetime(6),
    request_key      binary(16)     not null,
    constraint return_request_number unique (number),
    constraint return_request_once unique (request_key),
    constraint return_request_reason foreign key (reason_id) references return_reason (id)
);
create index return_request_order on return_request (order_id, line);
create index return_request_customer on return_request (customer_id, opened_at);
create index return_request_status on return_request (status, opened_at);
create index return_request_opened on return_request (opened_at);

create table return_moment (
    return_id   binary(16)  not null,
    position    int         not null,
    happened_at datetime(6) not null,
    what        varchar(20) not null,
    actor       varchar(10) not null,
    staff_id    binary(16),
    detail      varchar(2000),
    primary key (return_id, position),
    constraint return_moment_return foreign key (return_id) references return_request (id)
);

-- pictures as they were made anew: nothing of the file that was sent
create table return_picture (
    id           binary(16)  not null primary key,
    return_id    binary(16)  not null,
    position     int         not null,
    content_type varchar(20) not null,
    body         mediumblob  not null,
    small        mediumblob  not null,
    constraint return_picture_return foreign key (return_id) references return_request (id)
);
create index return_picture_of on return_picture (return_id, position);

-- what a settled return is worth at the next orders; each use is written, with what it really took
create table return_credit (
    id          binary(16)     not null primary key,
    return_id   binary(16)     not null,
    customer_id binary(16)     not null,
    code        varchar(20)    not null,
    amount      decimal(19, 4) not null,
    currency    varchar(3)     not null,
    given_at    datetime(6)    not null,
    constraint return_credit_once unique (return_id),
    constraint return_credit_code unique (code),
    constraint return_credit_return foreign key (return_id) references return_request (id)
);
create index return_credit_customer on return_credit (customer_id);

create table return_credit_use (
    id        binary(16)     not null primary key,
    credit_id binary(16)     not null,
    order_id  binary(16)     not null,
    used_at   datetime(6)    not null,
    amount    decimal(19, 4) not null,
    back_at   datetime(6),
    constraint return_credit_use_once unique (credit_id, order_id),
    constraint return_credit_use_credit foreign key (credit_id) references return_credit (id)
);
create index return_credit_use_order on return_credit_use (order_id);

-- how many pieces of a line are in returns and complaints that stand: of two that ask at once for the last piece one gets it
create table return_claim (
    order_id binary(16) not null,
    line     int        not null,
    pieces   int        not null,
    primary key (order_id, line)
);
