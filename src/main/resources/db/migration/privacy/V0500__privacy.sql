create table purpose (
    code     varchar(40) not null primary key,
    position int         not null,
    channel  varchar(20) not null,
    basis    varchar(20) not null,
    offered  boolean     not null
);

-- what people read when they agree; a sentence that was agreed to is never changed, a new wording is a new version
create table purpose_wording (
    id         binary(16)    not null primary key,
    purpose    varchar(40)   not null,
    version    int           not null,
    language   varchar(2)    not null,
    title      varchar(120)  not null,
    sentence   varchar(1000) not null,
    valid_from datetime(6)   not null,
    constraint purpose_wording_once unique (purpose, version, language),
    constraint purpose_wording_purpose foreign key (purpose) references purpose (code)
);

-- append only: nothing here is ever updated or deleted; the present state is read from it
create table consent_entry (
    sequence    bigint       not null auto_increment primary key,
    id          binary(16)   not null,
    customer_id binary(16)   not null,
    purpose     varchar(40)  not null,
    channel     varchar(20)  not null,
    basis       varchar(20)  not null,
    kind        varchar(20)  not null,
    wording_id  binary(16)   not null,
    form        varchar(40)  not null,
    actor_kind  varchar(20)  not null,
    actor_id    binary(16),
    happened_at datetime(6)  not null,
    expires_at  datetime(6),
    once_key    varchar(160) not null,
    constraint consent_entry_id unique (id),
    constraint consent_entry_once unique (once_key),
    constraint consent_entry_wording foreign key (wording_id) references purpose_wording (id)
);
create index consent_entry_customer on consent_entry (customer_id, happened_at, sequence);

create table privacy_statement (
    id           binary(16)   not null primary key,
    version      int          not null,
    language     varchar(2)   not null,
    content      text         not null,
    valid_from   datetime(6)  not null,
    constraint privacy_statement_once unique (version, language)
);

insert into purpose (code, position, channel, basis, offered) values
    ('newsletter', 1, 'email', 'consent', true),
    ('reminders', 2, 'email', 'consent', true),
    ('offers', 3, 'email', 'consent', true),
    ('analytics', 4, 'site', 'consent', true),
    ('sharing', 5, 'partner', 'consent', true);

insert into purpose_wording (id, purpose, version, language, title, sentence, valid_from) values
    (X'01900000000070008000000000000101', 'newsletter', 1, 'en', 'Letters about what is new', 'You may e-mail me about new products, about twice a month.', '2020-01-01 00:00:00'),
    (X'01900000000070008000000000000102', 'newsletter', 1, 'fr', 'Des lettres sur les nouveautés', 'Vous pouvez m’écrire par courriel au sujet des nouveautés, environ deux fois par mois.', '2020-01-01 00:00:00'),
    (X'01900000000070008000000000000201', 'reminders', 1, 'en', 'Reminders when my usuals run low', 'You may e-mail me when something I order regularly is probably running out.', '2020-01-01 00:00:00'),
    (X'01900000000070008000000000000202', 'reminders', 1, 'fr', 'Des rappels quand mes habitudes s’épuisent', 'Vous pouvez m’écrire par courriel quand un produit que je commande régulièrement risque de manquer.', '2020-01-01 00:00:00'),
    (X'01900000000070008000000000000301', 'offers', 1, 'en', 'Offers', 'You may e-mail me offers, at most once a week.', '2020-01-01 00:00:00'),
    (X'01900000000070008000000000000302', 'offers', 1, 'fr', 'Des offres', 'Vous pouvez m’envoyer des offres par courriel, au plus une fois par semaine.', '2020-01-01 00:00:00'),
    (X'01900000000070008000000000000401', 'analytics', 1, 'en', 'Counting visits', 'You may connect my visits on this device with my account, to improve the search and the pages.', '2020-01-01 00:00:00'),
    (X'01900000000070008000000000000402', 'analytics', 1, 'fr', 'Le comptage des visites', 'Vous pouvez rattacher à mon compte mes visites sur cet appareil, pour améliorer la recherche et les pages.', '2020-01-01 00:00:00'),
    (X'01900000000070008000000000000501', 'sharing', 1, 'en', 'Sharing with partners', 'You may give my name and e-mail address to the partners named in the privacy statement.', '2020-01-01 00:00:00'),
    (X'01900000000070008000000000000502', 'sharing', 1, 'fr', 'Le partage avec des partenaires', 'Vous pouvez communiquer mon nom et mon courriel aux partenaires nommés dans la déclaration de confidentialité.', '2020-01-01 00:00:00');
