-- named lists of a customer (a person or a company); a removed one can be brought back
create table shopping_list (
    id          binary(16)  not null primary key,
    customer_id binary(16)  not null,
    name        varchar(80) not null,
    position    int         not null,
    made_at     datetime(6) not null,
    changed_at  datetime(6) not null,
    removed_at  datetime(6)
);
create index shopping_list_customer on shopping_list (customer_id, position);

create table shopping_list_line (
    list_id       binary(16)    not null,
    position      int           not null,
    variant_id    binary(16)    not null,
    configuration varchar(2000) not null,
    quantity      int           not null,
    each_then     decimal(19, 4),
    currency_then char(3),
    primary key (list_id, position),
    constraint line_of_shopping_list foreign key (list_id) references shopping_list (id)
);

-- who wants to be reminded of what: of one list or of one article, every so many days, or when it is due
create table reorder_reminder (
    id          binary(16)  not null primary key,
    customer_id binary(16)  not null,
    person_id   binary(16)  not null,
    list_id     binary(16),
    variant_id  binary(16),
    quantity    int,
    every_days  int,
    next_on     date        not null,
    locale      varchar(10) not null,
    asked_at    datetime(6) not null,
    stopped_at  datetime(6)
);
create index reorder_reminder_due on reorder_reminder (stopped_at, next_on);
create index reorder_reminder_person on reorder_reminder (person_id, customer_id);

-- a reminder that went out, or that was held back to see what reminders are good for; its link opens a basket
create table reorder_letter (
    id          binary(16)  not null primary key,
    customer_id binary(16)  not null,
    person_id   binary(16)  not null,
    reminder_id binary(16),
    held_back   boolean     not null,
    made_at     datetime(6) not null,
    ends_at     datetime(6) not null,
    opened_at   datetime(6)
);
create index reorder_letter_customer on reorder_letter (customer_id, made_at);
create index reorder_letter_made on reorder_letter (made_at);

create table reorder_letter_line (
    letter_id     binary(16)    not null,
    position      int           not null,
    variant_id    binary(16)    not null,
    configuration varchar(2000) not null,
    quantity      int           not null,
    each_then     decimal(19, 4),
    currency_then char(3),
    primary key (letter_id, position),
    constraint line_of_reorder_letter foreign key (letter_id) references reorder_letter (id)
);

insert into purpose (code, position, channel, basis, offered) values ('own-reminders', 9, 'email', 'consent', true);

insert into purpose_wording (id, purpose, version, language, title, sentence, valid_from) values
    (X'01900000000070008000000000000901', 'own-reminders', 1, 'en', 'Reminders I set up', 'You may e-mail me at the times I chose, so that I order my lists and articles again.', '2020-01-01 00:00:00'),
    (X'01900000000070008000000000000902', 'own-reminders', 1, 'fr', 'Les rappels que j’ai réglés', 'Vous pouvez m’écrire par courriel aux moments que j’ai choisis, pour que je commande de nouveau mes listes et mes articles.', '2020-01-01 00:00:00');
