-- who somebody is at another provider of sign-ins; the subject is that provider's and kept as a hash
create table provider_link (
    provider     varchar(60) not null,
    subject_hash char(64)    not null,
    account_id   binary(16)  not null,
    linked_at    datetime(6) not null,
    primary key (provider, subject_hash),
    constraint provider_link_account foreign key (account_id) references account (id)
);
create index provider_link_of on provider_link (account_id);
