-- the vector of what is asked in a document, and the model that made it; another model's are made anew
alter table search_document add column meaning varbinary(4096);
alter table search_document add column meaning_model varchar(80);

-- what was opened of what was found, and the question as it is counted
alter table search_log add column asked varchar(400) not null default '';
alter table search_log add column opened varchar(160);
update search_log set asked = lower(question);
create index search_log_asked on search_log (asked, asked_at);

-- what staff tell the search: words that mean the same, where a question leads, what stands on top or at the end
create table search_rule (
    id         binary(16)   not null primary key,
    version    int          not null,
    kind       varchar(20)  not null,
    language   varchar(4)   not null,
    asked      varchar(200) not null,
    answer     varchar(300) not null,
    created_at datetime(6)  not null,
    constraint search_rule_once unique (kind, language, asked, answer)
);
