-- what was changed together in the table of products, so that it can be taken back together
create table assortment_change (
    id        binary(16)  not null primary key,
    made_at   datetime(6) not null,
    made_by   binary(16)  not null,
    cells     longtext    not null,
    undone_at datetime(6)
);
create index assortment_change_made on assortment_change (made_at);
