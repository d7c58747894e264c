-- where somebody is signed in: what the person is shown, and what ends a session on whichever node it lives
create table sign_in_session (
    id           binary(16)  not null primary key,
    account_id   binary(16)  not null,
    browser      varchar(80) not null,
    series       char(36),
    began_at     datetime(6) not null,
    last_used_at datetime(6) not null,
    ended_at     datetime(6),
    constraint sign_in_session_account foreign key (account_id) references account (id)
);
create index sign_in_session_of on sign_in_session (account_id, ended_at);
create index sign_in_session_ended on sign_in_session (ended_at);
create index sign_in_session_series on sign_in_session (series);

-- by account and not by address, which may change; the secret changes with each use, and the one before is known for a moment
create table kept_browser (
    series        char(36)    not null primary key,
    account_id    binary(16)  not null,
    secret_hash   char(64)    not null,
    previous_hash char(64),
    rotated_at    datetime(6),
    browser       varchar(80) not null,
    created_at    datetime(6) not null,
    last_used_at  datetime(6) not null,
    expires_at    datetime(6) not null,
    constraint kept_browser_account foreign key (account_id) references account (id)
);
insert into kept_browser (series, account_id, secret_hash, browser, created_at, last_used_at, expires_at)
    select b.series, a.id, b.secret_hash, '', b.created_at, b.last_used_at, b.expires_at from remembered_browser b join account a on a.email = b.email;
drop table remembered_browser;
alter table kept_browser rename to remembered_browser;
create index remembered_browser_of on remembered_browser (account_id);

alter table account add column closed_at datetime(6);

-- a new address counts when both the old and the new mailbox have said so; the old one can take it back for some days
create table email_change (
    id               binary(16)   not null primary key,
    version          int          not null,
    account_id       binary(16)   not null,
    old_email        varchar(254) not null,
    new_email        varchar(254) not null,
    locale           varchar(10)  not null,
    old_hash         char(64)     not null,
    new_hash         char(64)     not null,
    undo_hash        char(64),
    asked_at         datetime(6)  not null,
    expires_at       datetime(6)  not null,
    old_confirmed_at datetime(6),
    new_confirmed_at datetime(6),
    done_at          datetime(6),
    undo_until       datetime(6),
    ended_at         datetime(6),
    constraint email_change_old unique (old_hash),
    constraint email_change_new unique (new_hash),
    constraint email_change_undo unique (undo_hash),
    constraint email_change_account foreign key (account_id) references account (id)
);
