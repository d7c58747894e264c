-- what the home page shows, in its order, and to whom
create table home_block (
    id          binary(16)   not null primary key,
    version     int          not null,
    kind        varchar(20)  not null,
    position    int          not null,
    audience    varchar(20)  not null,
    shown_from  date,
    shown_until date,
    title_en    varchar(160) not null,
    title_fr    varchar(160) not null,
    text_en     text         not null,
    text_fr     text         not null,
    target      varchar(120),
    active      boolean      not null
);

create table home_block_group (
    id       binary(16) not null primary key,
    block_id binary(16) not null,
    group_id binary(16) not null,
    constraint home_block_group_block foreign key (block_id) references home_block (id),
    constraint home_block_group_once unique (block_id, group_id)
);

-- lists and sections: one row for everybody (the key "everybody"), and one for each group of which something is said
create table shop_face (
    id         binary(16)   not null primary key,
    version    int          not null,
    face_key   varchar(40)  not null,
    group_id   binary(16),
    list_style varchar(10),
    sections   varchar(500) not null,
    constraint shop_face_once unique (face_key)
);

-- how somebody wants lists of products, since she chose
create table list_choice (
    id          binary(16)  not null primary key,
    customer_id binary(16)  not null,
    list_style  varchar(10) not null,
    chosen_at   datetime(6) not null
);
create index list_choice_customer on list_choice (customer_id, chosen_at);

-- as the home page has been until now
insert into home_block (id, version, kind, position, audience, title_en, title_fr, text_en, text_fr, active) values
    (X'01900000000070008000000029000001', 0, 'hero', 1, 'everybody', '', '', '', '', true),
    (X'01900000000070008000000029000002', 0, 'yours', 2, 'everybody', '', '', '', '', true),
    (X'01900000000070008000000029000003', 0, 'categories', 3, 'everybody', '', '', '', '', true),
    (X'01900000000070008000000029000004', 0, 'popular', 4, 'everybody', '', '', '', '', true),
    (X'01900000000070008000000029000005', 0, 'collections', 5, 'everybody', '', '', '', '', true),
    (X'01900000000070008000000029000006', 0, 'newest', 6, 'everybody', '', '', '', '', true),
    (X'01900000000070008000000029000007', 0, 'answers', 7, 'everybody', '', '', '', '', true);
