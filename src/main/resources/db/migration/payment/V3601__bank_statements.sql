-- a bank's statement that somebody took over
create table bank_statement (
    id       binary(16)   not null primary key,
    version  int          not null,
    name     varchar(200) not null,
    format   varchar(10)  not null,
    taken_at datetime(6)  not null,
    staff_id binary(16)   not null
);
-- money that came in by it; the fingerprint makes a line one in whichever files it stands
create table bank_line (
    id             binary(16)     not null primary key,
    version        int            not null,
    statement_id   binary(16)     not null,
    position       int            not null,
    fingerprint    varchar(64)    not null,
    booked_on      date           not null,
    amount         decimal(19, 4) not null,
    currency       varchar(3)     not null,
    payer          varchar(200)   not null,
    words          varchar(1000)  not null,
    bank_reference varchar(120)   not null,
    state          varchar(10)    not null,
    outcome        varchar(500),
    payment_id     binary(16),
    changed_at     datetime(6)    not null,
    staff_id       binary(16),
    constraint bank_line_once unique (fingerprint),
    constraint line_of_statement foreign key (statement_id) references bank_statement (id),
    constraint line_for_payment foreign key (payment_id) references payment (id)
);
create index bank_line_state on bank_line (state, booked_on);
create index payment_label on payment (label);
