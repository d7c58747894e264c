create table inquiry (
    id                binary(16)   not null primary key,
    number            varchar(20)  not null,
    customer_id       binary(16)   not null,
    subject           varchar(200) not null,
    type              varchar(20)  not null,
    priority          varchar(20)  not null,
    status            varchar(30)  not null,
    order_number      varchar(40),
    product_handle    varchar(150),
    signed_in         boolean      not null,
    assignee          binary(16),
    opened_at         datetime(6)  not null,
    due_at            datetime(6),
    first_answered_at datetime(6),
    closed_at         datetime(6),
    last_message_at   datetime(6)  not null,
    version           int          not null,
    constraint inquiry_number unique (number)
);
create index inquiry_customer on inquiry (customer_id, last_message_at);
create index inquiry_queue on inquiry (status, due_at);
create index inquiry_assignee on inquiry (assignee, status);
create index inquiry_order on inquiry (order_number);

create table inquiry_message (
    id          binary(16)  not null primary key,
    inquiry_id  binary(16)  not null,
    staff_id    binary(16),
    body        mediumtext  not null,
    written_at  datetime(6) not null,
    request_key varchar(60) not null,
    constraint inquiry_message_request unique (request_key),
    constraint inquiry_message_inquiry foreign key (inquiry_id) references inquiry (id)
);
create index inquiry_message_order on inquiry_message (inquiry_id, written_at);

-- for staff only: a table of its own, which no customer's query names
create table inquiry_note (
    id          binary(16)  not null primary key,
    inquiry_id  binary(16)  not null,
    staff_id    binary(16)  not null,
    body        mediumtext  not null,
    written_at  datetime(6) not null,
    request_key varchar(60) not null,
    constraint inquiry_note_request unique (request_key),
    constraint inquiry_note_inquiry foreign key (inquiry_id) references inquiry (id)
);
create index inquiry_note_order on inquiry_note (inquiry_id, written_at);

create table inquiry_step (
    id          binary(16)   not null primary key,
    inquiry_id  binary(16)   not null,
    staff_id    binary(16),
    action      varchar(40)  not null,
    detail      varchar(200),
    happened_at datetime(6)  not null,
    constraint inquiry_step_inquiry foreign key (inquiry_id) references inquiry (id)
);
create index inquiry_step_order on inquiry_step (inquiry_id, happened_at);
