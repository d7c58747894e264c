-- what a message is about, so that an answer to it finds its way back, and what a mail server said that could not deliver it
alter table outbox_message add column thread varchar(60);
alter table outbox_message add column bounced_at datetime(6);
alter table outbox_message add column bounce_status varchar(20);
