-- the language in which a group reads the shop, as long as nobody in it chose otherwise
alter table shop_face add column spoken varchar(2);
