-- one record a person; the address is normalized by the application (lower case, ASCII), so that it identifies on every database
create table customer (
    id                binary(16)   not null primary key,
    version           int          not null,
    number            varchar(20)  not null,
    name              varchar(200) not null,
    company_name      varchar(200),
    company_kind      varchar(40),
    email             varchar(254) not null,
    phone             varchar(40),
    locale            varchar(10)  not null,
    source            varchar(40)  not null,
    preferred_channel varchar(20),
    occupation        varchar(120),
    note              varchar(2000),
    search_text       varchar(900) not null,
    joined_at         datetime(6)  not null,
    constraint customer_number unique (number),
    constraint customer_email unique (email)
);
create index customer_joined on customer (joined_at);

create table customer_address (
    id          binary(16)   not null primary key,
    version     int          not null,
    customer_id binary(16)   not null,
    address_key char(64)     not null,
    is_default  boolean      not null,
    recipient   varchar(200),
    line1       varchar(200),
    line2       varchar(200),
    city        varchar(120),
    province    varchar(10),
    postal_code varchar(20),
    country     varchar(2),
    used_at     datetime(6)  not null,
    constraint customer_address_once unique (customer_id, address_key),
    constraint customer_address_customer foreign key (customer_id) references customer (id)
);

create table staff_member (
    id        binary(16)   not null primary key,
    version   int          not null,
    name      varchar(200) not null,
    email     varchar(254) not null,
    role      varchar(20)  not null,
    languages varchar(40)  not null,
    team      varchar(120),
    active    boolean      not null,
    joined_at datetime(6)  not null,
    constraint staff_member_email unique (email)
);

-- the sign-in account: a customer's, a member of staff's, or of one person who is both
create table account (
    id              binary(16)   not null primary key,
    version         int          not null,
    email           varchar(254) not null,
    password_hash   varchar(200),
    customer_id     binary(16),
    staff_id        binary(16),
    confirmed_at    datetime(6),
    last_sign_in_at datetime(6),
    created_at      datetime(6)  not null,
    constraint account_email unique (email),
    constraint account_customer unique (customer_id),
    constraint account_staff unique (staff_id),
    constraint account_of_customer foreign key (customer_id) references customer (id),
    constraint account_of_staff foreign key (staff_id) references staff_member (id)
);

-- what somebody typed who has not yet shown that the address is theirs; becomes an account by the mailed link
create table registration (
    id            binary(16)   not null primary key,
    version       int          not null,
    token_hash    char(64)     not null,
    email         varchar(254) not null,
    name          varchar(200) not null,
    company_name  varchar(200),
    password_hash varchar(200) not null,
    locale        varchar(10)  not null,
    agreed        varchar(2000) not null,
    asked_at      datetime(6)  not null,
    expires_at    datetime(6)  not null,
    confirmed_at  datetime(6),
    constraint registration_token unique (token_hash)
);
create index registration_email on registration (email, asked_at);

create table one_time_link (
    id         binary(16)  not null primary key,
    version    int         not null,
    purpose    varchar(20) not null,
    token_hash char(64)    not null,
    account_id binary(16)  not null,
    created_at datetime(6) not null,
    expires_at datetime(6) not null,
    used_at    datetime(6),
    constraint one_time_link_token unique (token_hash),
    constraint one_time_link_account foreign key (account_id) references account (id)
);

-- counts by a hash of what was tried, whether or not there is such an account
create table attempt (
    subject      char(64)    not null primary key,
    failures     int         not null,
    last_at      datetime(6) not null,
    locked_until datetime(6)
);

-- browsers that stay signed in; only the hash of their secret is kept
create table remembered_browser (
    series       char(36)     not null primary key,
    secret_hash  char(64)     not null,
    email        varchar(254) not null,
    browser      varchar(200),
    created_at   datetime(6)  not null,
    last_used_at datetime(6)  not null,
    expires_at   datetime(6)  not null
);
create index remembered_browser_email on remembered_browser (email);
