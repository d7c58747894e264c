-- Spring Modulith's registry of published events, in the form its repository expects on MySQL, whose table names know upper and lower case
create table EVENT_PUBLICATION (
    id                     varchar(36)  not null primary key,
    completion_date        timestamp(6) null default null,
    event_type             varchar(512) not null,
    listener_id            varchar(512) not null,
    publication_date       timestamp(6) not null,
    serialized_event       varchar(4000) not null,
    status                 varchar(20),
    completion_attempts    int,
    last_resubmission_date timestamp(6) null default null
);
create index event_publication_completion on EVENT_PUBLICATION (completion_date);
