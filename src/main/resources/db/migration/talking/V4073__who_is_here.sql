-- who of us is here for live talks, and until when at the latest: the end of that day
create table talk_presence (
    staff_id   binary(16)  not null primary key,
    here_since datetime(6) not null,
    here_until datetime(6) not null
);
create index talk_presence_until on talk_presence (here_until);
