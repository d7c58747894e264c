-- how many walks of a flow were of this kind, by the day they began; nobody can be told from it
create table self_service_count (
    begun_on date        not null,
    flow     varchar(20) not null,
    furthest int         not null,
    steps    int         not null,
    finished boolean     not null,
    asked    boolean     not null,
    walks    bigint      not null,
    primary key (begun_on, flow, furthest, steps, finished, asked)
);
