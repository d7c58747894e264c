-- who looks after an article, when it is to be checked again, and where its readers are led when it is retired
alter table faq_article add column owner binary(16);
alter table faq_article add column review_on date;
alter table faq_article add column reminded_on date;
alter table faq_article add column retired_at datetime(6);
alter table faq_article add column leads_to varchar(120);
update faq_article set owner = author;

-- the words of a language on which staff work; what readers see stands in faq_article_text until they are approved
create table faq_draft (
    article_id  binary(16)     not null,
    language    varchar(2)     not null,
    title       varchar(160)   not null,
    summary     varchar(400)   not null,
    body        varchar(12000) not null,
    keywords    varchar(600)   not null,
    state       varchar(20)    not null,
    writers     varchar(400)   not null,
    changed_at  datetime(6)    not null,
    reviewer    binary(16),
    note        varchar(500),
    note_by     binary(16),
    asked_at    datetime(6),
    approved_by binary(16),
    publish_at  datetime(6),
    primary key (article_id, language),
    constraint faq_draft_article foreign key (article_id) references faq_article (id)
);
create index faq_draft_due on faq_draft (state, publish_at);

-- every text that was ever published
create table faq_version (
    article_id   binary(16)     not null,
    language     varchar(2)     not null,
    number       int            not null,
    title        varchar(160)   not null,
    summary      varchar(400)   not null,
    body         varchar(12000) not null,
    keywords     varchar(600)   not null,
    approved_by  binary(16)     not null,
    published_at datetime(6)    not null,
    put_back     int,
    primary key (article_id, language, number),
    constraint faq_version_article foreign key (article_id) references faq_article (id)
);

insert into faq_version (article_id, language, number, title, summary, body, keywords, approved_by, published_at)
select t.article_id, t.language, 1, t.title, t.summary, t.body, t.keywords, a.author, a.published_at
from faq_article_text t join faq_article a on a.id = t.article_id where a.published_at is not null;
insert into faq_draft (article_id, language, title, summary, body, keywords, state, writers, changed_at)
select t.article_id, t.language, t.title, t.summary, t.body, t.keywords, 'DRAFT', '', a.changed_at
from faq_article_text t join faq_article a on a.id = t.article_id where a.published_at is null;
delete from faq_article_text where article_id in (select id from faq_article where published_at is null);

-- what an article was made from, and whether that has changed since
create table faq_source (
    article_id binary(16)   not null,
    kind       varchar(20)  not null,
    ref        varchar(120) not null,
    linked_at  datetime(6)  not null,
    changed_at datetime(6),
    primary key (article_id, kind, ref),
    constraint faq_source_article foreign key (article_id) references faq_article (id)
);
create index faq_source_ref on faq_source (kind, ref);

-- what ended a search or saved an inquiry: one a visit, with the words that were typed, without the person
create table faq_solved (
    id        binary(16)   not null primary key,
    way       varchar(20)  not null,
    kind      varchar(20)  not null,
    ref       varchar(120) not null,
    visit     binary(16)   not null,
    language  varchar(2)   not null,
    words     varchar(300) not null,
    solved_at datetime(6)  not null,
    constraint faq_solved_once unique (visit, way, kind, ref)
);
create index faq_solved_of on faq_solved (kind, ref, way);
create index faq_solved_when on faq_solved (solved_at);
