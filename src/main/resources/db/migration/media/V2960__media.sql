-- pictures and documents that staff brought in, by the hash of what is served; the files stand here so that every node and every copy has them
create table media_asset (
    id           binary(16)   not null primary key,
    hash         char(32)     not null,
    kind         varchar(10)  not null,
    name         varchar(120) not null,
    content_type varchar(40)  not null,
    width        int,
    height       int,
    size         int          not null,
    text_en      varchar(300),
    text_fr      varchar(300),
    added_at     datetime(6)  not null,
    constraint media_hash unique (hash)
);
create index media_added on media_asset (added_at);

-- width 0 is a document as a whole
create table media_file (
    hash         char(32)     not null,
    width        int          not null,
    content_type varchar(40)  not null,
    body         longblob     not null,
    primary key (hash, width)
);
