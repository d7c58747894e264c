create table import_record (
    kind        varchar(20)  not null,
    record_key  varchar(190) not null,
    fingerprint binary(16)   not null,
    primary key (kind, record_key)
);
