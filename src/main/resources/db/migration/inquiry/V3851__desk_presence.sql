-- who has an inquiry open, and who writes an answer, so that two do not answer at once
create table inquiry_presence (
    inquiry_id binary(16)  not null,
    staff_id   binary(16)  not null,
    writing    boolean     not null,
    seen_at    datetime(6) not null,
    primary key (inquiry_id, staff_id)
);

-- answers that are written once and used often, with the customer's data put in
create table inquiry_canned (
    id       binary(16)   not null primary key,
    language varchar(8)   not null,
    title    varchar(120) not null,
    body     mediumtext   not null,
    changed_at datetime(6) not null,
    version  int          not null
);

-- several changes and a reply at one press; null leaves a part as it is
create table inquiry_macro (
    id         binary(16)   not null primary key,
    title      varchar(120) not null,
    priority   varchar(20),
    type       varchar(20),
    team       varchar(40),
    take       boolean      not null,
    then_resolved boolean   not null,
    canned_id  binary(16),
    changed_at datetime(6)  not null,
    version    int          not null
);

-- a colleague was named in a note
create table inquiry_mention (
    id         binary(16)  not null primary key,
    inquiry_id binary(16)  not null,
    staff_id   binary(16)  not null,
    by_staff   binary(16)  not null,
    named_at   datetime(6) not null,
    seen_at    datetime(6),
    constraint inquiry_mention_inquiry foreign key (inquiry_id) references inquiry (id)
);
create index inquiry_mention_staff on inquiry_mention (staff_id, seen_at);
