create table faq_category (
    id       binary(16)   not null primary key,
    slug     varchar(80)  not null,
    name_en  varchar(120) not null,
    name_fr  varchar(120),
    position int          not null,
    version  int          not null,
    constraint faq_category_slug unique (slug)
);

create table faq_article (
    id           binary(16)   not null primary key,
    slug         varchar(120) not null,
    category_id  binary(16)   not null,
    author       binary(16)   not null,
    edition      int          not null,
    created_at   datetime(6)  not null,
    changed_at   datetime(6)  not null,
    published_at datetime(6),
    version      int          not null,
    constraint faq_article_slug unique (slug),
    constraint faq_article_category foreign key (category_id) references faq_category (id)
);

create table faq_article_text (
    article_id binary(16)     not null,
    language   varchar(2)     not null,
    title      varchar(160)   not null,
    summary    varchar(400)   not null,
    body       varchar(12000) not null,
    keywords   varchar(600)   not null,
    primary key (article_id, language),
    constraint faq_article_text_article foreign key (article_id) references faq_article (id)
);

create table faq_article_product (
    article_id binary(16)   not null,
    position   int          not null,
    handle     varchar(120) not null,
    primary key (article_id, position),
    constraint faq_article_product_article foreign key (article_id) references faq_article (id)
);
create index faq_article_product_handle on faq_article_product (handle);

create table faq_vote (
    id         binary(16)  not null primary key,
    article_id binary(16)  not null,
    voter      binary(16)  not null,
    helpful    boolean     not null,
    reason     varchar(500),
    voted_at   datetime(6) not null,
    version    int         not null,
    constraint faq_vote_once unique (article_id, voter),
    constraint faq_vote_article foreign key (article_id) references faq_article (id)
);
