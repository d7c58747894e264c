-- what people who bought a product say of it: one review of a product by one person
create table review (
    id           binary(16)    not null primary key,
    product_id   binary(16)    not null,
    customer_id  binary(16),
    stars        int           not null,
    title        varchar(120)  not null,
    text         varchar(4000) not null,
    language     varchar(2)    not null,
    verified     boolean       not null,
    status       varchar(20)   not null,
    cause        varchar(20),
    reason       varchar(500),
    appeal       varchar(1000),
    decided_by   binary(16),
    decided_at   datetime(6),
    written_at   datetime(6)   not null,
    edited_at    datetime(6),
    published_at datetime(6),
    reply        varchar(2000),
    replied_by   binary(16),
    replied_at   datetime(6),
    helpful      int           not null,
    version      int           not null,
    constraint review_once unique (product_id, customer_id)
);
create index review_shown on review (product_id, status, published_at);
create index review_customer on review (customer_id, written_at);
create index review_desk on review (status, written_at);

-- what a review said before it was changed
create table review_edit (
    id        binary(16)    not null primary key,
    review_id binary(16)    not null,
    stars     int           not null,
    title     varchar(120)  not null,
    text      varchar(4000) not null,
    edited_at datetime(6)   not null,
    constraint review_edit_review foreign key (review_id) references review (id)
);
create index review_edit_of on review_edit (review_id, edited_at);

create table review_picture (
    id           binary(16)  not null primary key,
    review_id    binary(16)  not null,
    position     int         not null,
    content_type varchar(20) not null,
    body         mediumblob  not null,
    small        mediumblob  not null,
    constraint review_picture_review foreign key (review_id) references review (id)
);
create index review_picture_of on review_picture (review_id, position);

create table review_helpful (
    review_id binary(16)  not null,
    person    binary(16)  not null,
    marked_at datetime(6) not null,
    primary key (review_id, person),
    constraint review_helpful_review foreign key (review_id) references review (id)
);
create index review_helpful_person on review_helpful (person);

-- how many published reviews of a product gave how many stars; counted along with every change
create table review_summary (
    product_id binary(16)  not null primary key,
    one        int         not null,
    two        int         not null,
    three      int         not null,
    four       int         not null,
    five       int         not null,
    changed_at datetime(6) not null
);
create index review_summary_changed on review_summary (changed_at);
