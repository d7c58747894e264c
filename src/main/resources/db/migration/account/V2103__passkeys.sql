-- what a device needs to be recognised by; the secret half never leaves the device
create table passkey (
    id                 binary(16)      not null primary key,
    account_id         binary(16)      not null,
    credential_id      varbinary(1023) not null,
    label              varchar(80)     not null,
    public_key         blob            not null,
    signature_count    bigint          not null,
    user_verified      boolean         not null,
    transports         varchar(200)    not null,
    backup_eligible    boolean         not null,
    backup_state       boolean         not null,
    attestation_object blob            not null,
    client_data        blob            not null,
    created_at         datetime(6)     not null,
    last_used_at       datetime(6)     not null,
    constraint passkey_credential unique (credential_id),
    constraint passkey_account foreign key (account_id) references account (id)
);
create index passkey_of on passkey (account_id);
