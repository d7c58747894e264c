-- in which language somebody last set the desk: mails to staff are written in it
alter table staff_member add column reads_in varchar(2);
