-- a customer is a person or a company. A company's own row has no address of its own to sign in with: name, contact_email and
-- phone are those of the person it is written to; who may act for it stands in company_member
alter table customer modify email varchar(254) null;
alter table customer add column kind varchar(10) default 'PERSON' not null;
alter table customer add column contact_email varchar(254);
alter table customer add column tax_number varchar(40);
alter table customer add column payment_days int;
-- whom this person acted for last; counts only while she is a member there
alter table customer add column acting_for binary(16);
alter table customer add column stage varchar(40) default 'prospect' not null;
-- what the customer says of herself; every one may stay empty
alter table customer add column size_band varchar(20);
alter table customer add column activity varchar(40);
alter table customer add column need varchar(40);
alter table customer add column need_text varchar(500);
-- since when answers marked as demographic may be used for groups and exports; null when not agreed
alter table customer add column demographics_at datetime(6);
create index customer_kind on customer (kind, joined_at);
create index customer_stage_joined on customer (stage, joined_at);
create index customer_source_joined on customer (source, joined_at);
create index customer_address_province on customer_address (province, is_default);

create table company_member (
    id         binary(16)  not null primary key,
    version    int         not null,
    company_id binary(16)  not null,
    person_id  binary(16)  not null,
    role       varchar(20) not null,
    since      datetime(6) not null,
    added_by   binary(16),
    constraint company_member_once unique (company_id, person_id),
    constraint member_of_company foreign key (company_id) references customer (id),
    constraint member_is_person foreign key (person_id) references customer (id)
);
create index company_member_person on company_member (person_id);

create table company_invitation (
    id          binary(16)   not null primary key,
    version     int          not null,
    company_id  binary(16)   not null,
    email       varchar(254) not null,
    role        varchar(20)  not null,
    token_hash  char(64)     not null,
    invited_by  binary(16),
    created_at  datetime(6)  not null,
    expires_at  datetime(6)  not null,
    accepted_at datetime(6),
    revoked_at  datetime(6),
    constraint company_invitation_token unique (token_hash),
    constraint invitation_of_company foreign key (company_id) references customer (id)
);
create index company_invitation_company on company_invitation (company_id, created_at);

-- the history of a record, field by field; only ever added to, and taken away with the person
create table customer_change (
    id          binary(16)  not null primary key,
    customer_id binary(16)  not null,
    changed_at  datetime(6) not null,
    actor       varchar(10) not null,
    actor_id    binary(16),
    field       varchar(80) not null,
    old_value   varchar(2000),
    new_value   varchar(2000),
    constraint change_of_customer foreign key (customer_id) references customer (id)
);
create index customer_change_customer on customer_change (customer_id, changed_at);

-- what a customer is to us: customer, supplier, partner, ...; several at a time
create table customer_role (
    customer_id binary(16)  not null,
    role        varchar(20) not null,
    since       datetime(6) not null,
    primary key (customer_id, role),
    constraint role_of_customer foreign key (customer_id) references customer (id)
);
create index customer_role_role on customer_role (role, customer_id);
insert into customer_role (customer_id, role, since) select id, 'customer', joined_at from customer;

-- stages of life, in their order; entered_on names what brings a customer there by itself
create table customer_stage (
    code       varchar(40)  not null primary key,
    version    int          not null,
    label_en   varchar(80)  not null,
    label_fr   varchar(80)  not null,
    position   int          not null,
    entered_on varchar(40),
    retired    boolean      not null
);
insert into customer_stage (code, version, label_en, label_fr, position, entered_on, retired) values
    ('suspect', 0, 'Suspect', 'Piste', 10, null, false),
    ('visitor', 0, 'Visitor', 'Visiteur', 20, null, false),
    ('prospect', 0, 'Prospect', 'Client potentiel', 30, 'recorded', false),
    ('subscriber', 0, 'Subscriber', 'Abonné', 40, 'subscribed', false),
    ('member', 0, 'Member', 'Membre', 50, 'registered', false),
    ('customer', 0, 'Customer', 'Client', 60, 'ordered', false),
    ('regular', 0, 'Regular', 'Client fidèle', 70, 'ordered-again', false),
    ('vip', 0, 'VIP', 'Client privilégié', 80, null, false),
    ('advocate', 0, 'Advocate', 'Ambassadeur', 90, null, false),
    ('partner', 0, 'Partner', 'Partenaire', 100, null, false),
    ('sponsor', 0, 'Sponsor', 'Commanditaire', 110, null, false),
    ('former', 0, 'Former customer', 'Ancien client', 120, null, false);

-- month_key is year * 12 + month - 1 in the shop's zone
create table customer_stage_change (
    customer_id binary(16)  not null,
    position    int         not null,
    changed_at  datetime(6) not null,
    month_key   int         not null,
    from_stage  varchar(40),
    to_stage    varchar(40) not null,
    cause       varchar(60) not null,
    actor       varchar(10) not null,
    actor_id    binary(16),
    note        varchar(500),
    primary key (customer_id, position),
    constraint stage_change_of_customer foreign key (customer_id) references customer (id)
);
create index customer_stage_change_month on customer_stage_change (month_key, to_stage);
insert into customer_stage_change (customer_id, position, changed_at, month_key, from_stage, to_stage, cause, actor)
    select id, 0, joined_at, extract(year from joined_at) * 12 + extract(month from joined_at) - 1, null, 'prospect', 'recorded', 'SYSTEM' from customer;

-- how a record came to be
create table customer_origin (
    customer_id binary(16)  not null primary key,
    recorded_at datetime(6) not null,
    month_key   int         not null,
    source      varchar(40) not null,
    form        varchar(60) not null,
    referrer    varchar(200),
    campaign    varchar(100),
    statement   varchar(80),
    constraint origin_of_customer foreign key (customer_id) references customer (id)
);
create index customer_origin_month on customer_origin (month_key, source);
insert into customer_origin (customer_id, recorded_at, month_key, source, form)
    select id, joined_at, extract(year from joined_at) * 12 + extract(month from joined_at) - 1, source, source from customer;

-- what an administrator wants to know besides; choices: one a line, "code=English=French"
create table customer_field (
    id               binary(16)   not null primary key,
    version          int          not null,
    code             varchar(40)  not null,
    label_en         varchar(120) not null,
    label_fr         varchar(120) not null,
    kind             varchar(10)  not null,
    choices          varchar(4000),
    applies_to       varchar(10)  not null,
    purpose_en       varchar(300) not null,
    purpose_fr       varchar(300) not null,
    retention_months int          not null,
    shown_to         varchar(20)  not null,
    demographic      boolean      not null,
    position         int          not null,
    created_at       datetime(6)  not null,
    retired_at       datetime(6),
    constraint customer_field_code unique (code)
);

create table customer_field_value (
    customer_id  binary(16)  not null,
    field_id     binary(16)  not null,
    value_text   varchar(1000) not null,
    value_key    varchar(190) not null,
    value_number decimal(19, 4),
    value_date   date,
    set_at       datetime(6) not null,
    primary key (customer_id, field_id),
    constraint value_of_customer foreign key (customer_id) references customer (id),
    constraint value_of_field foreign key (field_id) references customer_field (id)
);
create index customer_field_value_key on customer_field_value (field_id, value_key);
create index customer_field_value_number on customer_field_value (field_id, value_number);
create index customer_field_value_date on customer_field_value (field_id, value_date);
create index customer_field_value_set on customer_field_value (field_id, set_at);
