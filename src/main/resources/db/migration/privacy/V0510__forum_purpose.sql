insert into purpose (code, position, channel, basis, offered) values ('forum', 6, 'email', 'consent', true);

insert into purpose_wording (id, purpose, version, language, title, sentence, valid_from) values
    (X'01900000000070008000000000000601', 'forum', 1, 'en', 'Answers in the forum', 'You may e-mail me when somebody answers in a forum topic in which I wrote.', '2020-01-01 00:00:00'),
    (X'01900000000070008000000000000602', 'forum', 1, 'fr', 'Les réponses sur le forum', 'Vous pouvez m’écrire par courriel quand quelqu’un répond dans un sujet du forum où j’ai écrit.', '2020-01-01 00:00:00');
