create table search_document (
    id           binary(16)    not null primary key,
    kind         varchar(20)   not null,
    ref          varchar(120)  not null,
    language     varchar(4)    not null,
    audience     varchar(60)   not null,
    title        varchar(300)  not null,
    keywords     text          not null,
    body         mediumtext    not null,
    address      varchar(300)  not null,
    facets       varchar(4000) not null,
    boost        float         not null,
    constraint search_document_once unique (kind, ref, language)
);

-- what was looked for and how much was found; without the person
create table search_log (
    id       binary(16)   not null primary key,
    asked_at datetime(6)  not null,
    language char(2)      not null,
    question varchar(400) not null,
    results  bigint       not null
);
create index search_log_when on search_log (asked_at);
