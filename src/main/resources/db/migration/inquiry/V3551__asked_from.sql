-- the page somebody was on when she asked, without the secret of a mailed link
alter table inquiry add column asked_from varchar(200);
