-- when an article is to be taken from its readers by itself, and where they are led then
alter table faq_article add column retire_at datetime(6);
alter table faq_article add column retire_to varchar(120);
create index faq_article_retire on faq_article (retire_at);
