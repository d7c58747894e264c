-- which person of a company asked; null where a customer asked for herself, or it is not known
alter table inquiry add column asked_by binary(16);

-- files that came with what was said
create table inquiry_file (
    id           binary(16)   not null primary key,
    inquiry_id   binary(16)   not null,
    message_id   binary(16)   not null,
    name         varchar(200) not null,
    content_type varchar(60)  not null,
    size         int          not null,
    body         mediumblob   not null,
    added_at     datetime(6)  not null,
    constraint inquiry_file_inquiry foreign key (inquiry_id) references inquiry (id)
);
create index inquiry_file_order on inquiry_file (inquiry_id, added_at);

-- files of notes, for staff only: a table of its own, which no customer's query names
create table inquiry_note_file (
    id           binary(16)   not null primary key,
    inquiry_id   binary(16)   not null,
    note_id      binary(16)   not null,
    name         varchar(200) not null,
    content_type varchar(60)  not null,
    size         int          not null,
    body         mediumblob   not null,
    added_at     datetime(6)  not null,
    constraint inquiry_note_file_inquiry foreign key (inquiry_id) references inquiry (id)
);
create index inquiry_note_file_order on inquiry_note_file (inquiry_id, added_at);

-- what is asked besides for inquiries of a type
create table inquiry_field (
    id         binary(16)   not null primary key,
    type       varchar(20)  not null,
    kind       varchar(20)  not null,
    label_en   varchar(120) not null,
    label_fr   varchar(120) not null,
    choices    text,
    required   boolean      not null,
    asked      boolean      not null,
    position   int          not null,
    retired_at datetime(6),
    version    int          not null
);

-- the name of the question stands beside the answer, so that a person's copy can be read without the questions
create table inquiry_answer (
    inquiry_id binary(16)    not null,
    field_id   binary(16)    not null,
    label      varchar(120)  not null,
    value_text varchar(1000) not null,
    primary key (inquiry_id, field_id),
    constraint inquiry_answer_inquiry foreign key (inquiry_id) references inquiry (id)
);
