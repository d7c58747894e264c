-- what one piece cost when it was put into the cart, so that the cart can say what has changed since
alter table cart_line add column each_then decimal(19, 4);
alter table cart_line add column currency_then char(3);
