-- what a customer says of an order beside the goods, and which terms of sale she agreed to
alter table sales_order add column gift_message varchar(500);
alter table sales_order add column deliver_on date;
alter table sales_order add column delivery_instructions varchar(300);
alter table sales_order add column terms_version int;
