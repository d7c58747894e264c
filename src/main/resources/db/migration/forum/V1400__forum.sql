create table forum_category (
    id             binary(16)   not null primary key,
    slug           varchar(80)  not null,
    name_en        varchar(120) not null,
    name_fr        varchar(120),
    description_en varchar(300) not null,
    description_fr varchar(300),
    position       int          not null,
    version        int          not null,
    constraint forum_category_slug unique (slug)
);

create table forum_topic (
    id                binary(16)   not null primary key,
    slug              varchar(120) not null,
    category_id       binary(16)   not null,
    title             varchar(140) not null,
    language          varchar(2)   not null,
    customer_id       binary(16),
    staff_id          binary(16),
    product           varchar(120),
    status            varchar(20)  not null,
    brief             varchar(200),
    solution          binary(16),
    solved_at         datetime(6),
    solved_customer   binary(16),
    solved_staff      binary(16),
    opened_at         datetime(6)  not null,
    last_post_at      datetime(6)  not null,
    posts             int          not null,
    staff_answered    boolean      not null,
    version           int          not null,
    constraint forum_topic_slug unique (slug),
    constraint forum_topic_category foreign key (category_id) references forum_category (id)
);
create index forum_topic_latest on forum_topic (last_post_at);
create index forum_topic_latest_of_category on forum_topic (category_id, last_post_at);
create index forum_topic_customer on forum_topic (customer_id, opened_at);
create index forum_topic_solved on forum_topic (solved_at);
create index forum_topic_product on forum_topic (product, last_post_at);
create index forum_topic_unanswered on forum_topic (posts, opened_at);

create table forum_post (
    id            binary(16)     not null primary key,
    topic_id      binary(16)     not null,
    number        int            not null,
    customer_id   binary(16),
    staff_id      binary(16),
    text          varchar(10000) not null,
    posted_at     datetime(6)    not null,
    edited_at     datetime(6),
    hidden_at     datetime(6),
    hidden_by     binary(16),
    hidden_reason varchar(300),
    helpful       int            not null,
    submission    binary(16),
    version       int            not null,
    constraint forum_post_number unique (topic_id, number),
    constraint forum_post_submission unique (submission),
    constraint forum_post_topic foreign key (topic_id) references forum_topic (id)
);
create index forum_post_customer on forum_post (customer_id, posted_at);
create index forum_post_staff on forum_post (staff_id, posted_at);

-- what a post said before it was changed
create table forum_post_edit (
    id        binary(16)     not null primary key,
    post_id   binary(16)     not null,
    text      varchar(10000) not null,
    edited_at datetime(6)    not null,
    version   int            not null,
    constraint forum_post_edit_post foreign key (post_id) references forum_post (id)
);

create table forum_helpful (
    post_id   binary(16)  not null,
    person    binary(16)  not null,
    marked_at datetime(6) not null,
    primary key (post_id, person),
    constraint forum_helpful_post foreign key (post_id) references forum_post (id)
);
create index forum_helpful_person on forum_helpful (person);

-- apart from the topic, so that reading never touches its version
create table forum_topic_views (
    slug  varchar(120) not null primary key,
    views bigint       not null
);
