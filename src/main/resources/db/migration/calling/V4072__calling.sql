-- a call that a telephone system told of; the caller's own row or nobody's
create table phone_call (
    id                binary(16)    not null primary key,
    number            varchar(20)   not null,
    key_id            binary(16)    not null,
    external_id       varchar(120)  not null,
    caller_number     varchar(40),
    called            varchar(120),
    customer_id       binary(16),
    staff_id          binary(16),
    inquiry_number    varchar(20),
    started_at        datetime(6)   not null,
    answered_at       datetime(6),
    ended_at          datetime(6),
    seconds           int,
    recording_url     varchar(1000),
    recording_dropped boolean       not null,
    note              text,
    noted_by          binary(16),
    noted_at          datetime(6),
    constraint phone_call_number unique (number),
    constraint phone_call_once unique (key_id, external_id)
);
create index phone_call_started on phone_call (started_at);
create index phone_call_customer on phone_call (customer_id, started_at);
create index phone_call_staff on phone_call (staff_id, started_at);
create index phone_call_caller on phone_call (caller_number);

-- at which extension or number of the house somebody is called
create table staff_extension (
    extension varchar(40) not null primary key,
    staff_id  binary(16)  not null
);
create index staff_extension_staff on staff_extension (staff_id);
