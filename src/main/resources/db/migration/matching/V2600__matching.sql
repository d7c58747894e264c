-- what two records of one person would have in common, as hashes: nothing readable stands here
create table match_key (
    customer_id binary(16)  not null,
    kind        varchar(10) not null,
    key_hash    char(64)    not null,
    primary key (customer_id, kind, key_hash)
);
create index match_key_same on match_key (kind, key_hash);

-- pairs that are probably one person; low_id is the smaller id. Made anew by each look; what staff decided stays in match_dismissal
create table match_candidate (
    low_id   binary(16)  not null,
    high_id  binary(16)  not null,
    score    int         not null,
    kinds    varchar(60) not null,
    found_at datetime(6) not null,
    primary key (low_id, high_id)
);
create index match_candidate_score on match_candidate (score);
create index match_candidate_high on match_candidate (high_id);

create table match_dismissal (
    low_id       binary(16)  not null,
    high_id      binary(16)  not null,
    dismissed_at datetime(6) not null,
    dismissed_by binary(16)  not null,
    primary key (low_id, high_id)
);

create table customer_merge (
    id          binary(16)   not null primary key,
    survivor_id binary(16)   not null,
    absorbed_id binary(16)   not null,
    merged_at   datetime(6)  not null,
    merged_by   binary(16)   not null,
    reason      varchar(500),
    undone_at   datetime(6),
    undone_by   binary(16)
);
create index customer_merge_survivor on customer_merge (survivor_id);
create index customer_merge_absorbed on customer_merge (absorbed_id);
create index customer_merge_time on customer_merge (merged_at);

-- what went over, row by row, so that it can go back
create table customer_merge_row (
    merge_id  binary(16)  not null,
    rows_code varchar(40) not null,
    row_key   varchar(80) not null,
    primary key (merge_id, rows_code, row_key),
    constraint row_of_merge foreign key (merge_id) references customer_merge (id)
);
