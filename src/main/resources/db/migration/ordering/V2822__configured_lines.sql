-- what the customer said of the piece that is made for her: the words stand with the options, the values order it again
alter table cart_line add column configuration varchar(2000) not null default '';
alter table sales_order_line add column configuration varchar(2000);
alter table sales_order_line modify column options_en varchar(2000);
alter table sales_order_line modify column options_fr varchar(2000);
