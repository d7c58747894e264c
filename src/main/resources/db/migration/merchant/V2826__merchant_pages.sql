-- what the merchant says of itself and its ways, version by version; the settings hold the text in force
create table merchant_page_version (
    id           binary(16)   not null primary key,
    page         varchar(20)  not null,
    version      int          not null,
    body_en      mediumtext   not null,
    body_fr      mediumtext   not null,
    note         varchar(200) not null,
    published_at datetime(6)  not null,
    published_by binary(16),
    constraint merchant_page_version_once unique (page, version)
);
