-- what people ask of us about their data; by law answered within 30 days
create table privacy_request (
    id          binary(16)    not null primary key,
    version     int           not null,
    number      varchar(20)   not null,
    kind        varchar(20)   not null,
    state       varchar(20)   not null,
    customer_id binary(16),
    name        varchar(200),
    email       varchar(254),
    locale      varchar(10)   not null,
    words       varchar(4000) not null,
    channel     varchar(20)   not null,
    owner_id    binary(16),
    asked_at    datetime(6)   not null,
    due_at      datetime(6)   not null,
    closed_at   datetime(6),
    constraint privacy_request_number unique (number)
);
create index privacy_request_due on privacy_request (state, due_at);
create index privacy_request_customer on privacy_request (customer_id, asked_at);

create table privacy_request_step (
    id          binary(16)  not null primary key,
    request_id  binary(16)  not null,
    happened_at datetime(6) not null,
    staff_id    binary(16),
    what        varchar(20) not null,
    detail      varchar(4000),
    constraint privacy_request_step_request foreign key (request_id) references privacy_request (id)
);
create index privacy_request_step_order on privacy_request_step (request_id, happened_at);

-- breaches of confidentiality; an entry is kept for at least five years after the last word on it
create table privacy_incident (
    id                 binary(16)    not null primary key,
    version            int           not null,
    number             varchar(20)   not null,
    title              varchar(200)  not null,
    description        varchar(4000) not null,
    data_concerned     varchar(1000) not null,
    measures           varchar(4000) not null,
    risk               varchar(20)   not null,
    persons            int           not null,
    happened_on        date          not null,
    noticed_on         date          not null,
    authority_told_on  date,
    persons_told_on    date,
    closed_on          date,
    recorded_by        binary(16)    not null,
    recorded_at        datetime(6)   not null,
    changed_at         datetime(6)   not null,
    constraint privacy_incident_number unique (number)
);
create index privacy_incident_when on privacy_incident (noticed_on);

-- thought about before something changes that touches people's data
create table privacy_assessment (
    id          binary(16)    not null primary key,
    version     int           not null,
    title       varchar(200)  not null,
    change_ref  varchar(200)  not null,
    description varchar(4000) not null,
    risks       varchar(4000) not null,
    measures    varchar(4000) not null,
    conclusion  varchar(20)   not null,
    recorded_by binary(16)    not null,
    recorded_at datetime(6)   not null,
    changed_at  datetime(6)   not null
);

-- how long each kind of data is kept; a rule that is off only counts
create table retention_rule (
    code       varchar(40) not null primary key,
    version    int         not null,
    months     int         not null,
    active     boolean     not null,
    changed_by binary(16),
    changed_at datetime(6),
    last_run   datetime(6),
    last_count bigint      not null
);
insert into retention_rule (code, version, months, active, last_count) values
    ('audit', 0, 84, false, 0), ('cart', 0, 6, true, 0), ('consent', 0, 84, false, 0), ('customer', 0, 48, false, 0), ('event', 0, 1, true, 0),
    ('forum', 0, 0, false, 0), ('inquiry', 0, 36, false, 0), ('incident', 0, 60, false, 0), ('message', 0, 24, true, 0), ('order', 0, 84, false, 0),
    ('registration', 0, 1, true, 0), ('request', 0, 36, false, 0), ('search', 0, 13, true, 0), ('staff', 0, 0, false, 0);

-- when a field of a person was last used in a view, a filter or an export
create table field_use (
    field_name varchar(120) not null,
    use_kind   varchar(10)  not null,
    used_at    datetime(6)  not null,
    primary key (field_name, use_kind)
);
