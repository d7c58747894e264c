insert into purpose (code, position, channel, basis, offered) values ('groups', 7, 'site', 'consent', true);

insert into purpose_wording (id, purpose, version, language, title, sentence, valid_from) values
    (X'01900000000070008000000000000701', 'groups', 1, 'en', 'My answers in groups', 'You may use what I say about myself, such as my age, to understand your customers as groups.', '2020-01-01 00:00:00'),
    (X'01900000000070008000000000000702', 'groups', 1, 'fr', 'Mes réponses dans des groupes', 'Vous pouvez utiliser ce que je dis de moi, comme mon âge, pour comprendre votre clientèle en groupes.', '2020-01-01 00:00:00');
