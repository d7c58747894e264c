-- the last digits of the number, by which a caller is looked for; which number it is, is decided afterwards
alter table customer add column phone_tail varchar(7);
update customer set phone_tail = right(regexp_replace(regexp_replace(phone, '(x|ext|poste).*$', ''), '[^0-9]', ''), 7) where phone is not null;
create index customer_phone_tail on customer (phone_tail);
