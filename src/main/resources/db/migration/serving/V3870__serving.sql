-- teams, tiers, goals, hours, rules: every save is a new version, and the old ones stay, so that what was decided can be decided again
create table serving_book (
    kind    varchar(60) not null,
    version int         not null,
    content mediumtext  not null,
    made_at datetime(6) not null,
    made_by binary(16),
    primary key (kind, version)
);

-- the tier of an inquiry’s customer from a moment on: what its own history does not hold
create table serving_fact (
    inquiry_id  binary(16)   not null,
    since       datetime(6)  not null,
    tier        varchar(40)  not null,
    tier_source varchar(200) not null,
    primary key (inquiry_id, since)
);

-- the measured promises, worked out anew from the history whenever something happens
create table serving_target (
    inquiry_id binary(16)  not null,
    kind       varchar(20) not null,
    started    datetime(6) not null,
    ended      datetime(6),
    used_ms    bigint      not null,
    goal_ms    bigint,
    due        datetime(6),
    missed_at  datetime(6),
    why        varchar(200),
    type       varchar(20) not null,
    priority   varchar(20) not null,
    tier       varchar(40) not null,
    team       varchar(40) not null,
    channel    varchar(20) not null,
    product    varchar(150),
    assignee   binary(16),
    primary key (inquiry_id, kind, started)
);
create index serving_target_started on serving_target (kind, started);
create index serving_target_missed on serving_target (missed_at);

-- when an open inquiry is looked at again
create table serving_watch (
    inquiry_id binary(16)  not null primary key,
    look_at    datetime(6) not null,
    alerted_at datetime(6)
);
create index serving_watch_look on serving_watch (look_at);

create table serving_escalation (
    inquiry_id   binary(16)   not null,
    kind         varchar(20)  not null,
    started      datetime(6)  not null,
    rule_name    varchar(80)  not null,
    done         varchar(2000) not null,
    escalated_at datetime(6)  not null,
    primary key (inquiry_id, kind, started, rule_name)
);

-- what automation decided alone, with all it looked at
create table serving_decision (
    id           binary(16)   not null primary key,
    inquiry_id   binary(16)   not null,
    customer_id  binary(16)   not null,
    book_version int          not null,
    inputs       mediumtext   not null,
    result       mediumtext   not null,
    decided_at   datetime(6)  not null,
    picked       binary(16),
    contested_by varchar(20),
    constraint serving_decision_once unique (inquiry_id)
);
create index serving_decision_customer on serving_decision (customer_id, decided_at);
