-- the second step of signing in: the secret that the member's device shares, encrypted; the last step of time that was used, so that no code works twice
create table staff_second_step (
    staff_id      binary(16)   not null primary key,
    sealed_secret varchar(300) not null,
    last_step     bigint       not null,
    begun_at      datetime(6)  not null,
    confirmed_at  datetime(6),
    constraint staff_second_step_member foreign key (staff_id) references staff_member (id)
);
-- for the day when the device is lost: keyed hashes, each works once
create table staff_recovery_code (
    code_hash char(64)    not null primary key,
    staff_id  binary(16)  not null,
    made_at   datetime(6) not null,
    used_at   datetime(6),
    constraint staff_recovery_code_member foreign key (staff_id) references staff_member (id)
);
create index staff_recovery_code_of on staff_recovery_code (staff_id);
