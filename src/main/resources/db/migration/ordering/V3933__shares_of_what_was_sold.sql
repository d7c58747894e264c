-- of a line of which pieces were called off: how many were sold with what was taken off, how many of these are left, and what it was;
-- every share is worked out from this, so that the steps make no difference. Null where nothing was called off since
alter table sales_order_line add column sold_pieces int;
alter table sales_order_line add column kept_pieces int;
alter table sales_order_line add column sold_discount decimal(19, 4);
alter table sales_order_line add column sold_credit decimal(19, 4);
