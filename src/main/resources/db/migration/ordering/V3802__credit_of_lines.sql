-- what vouchers and credits paid of a line, within what was taken off it; null where it was not kept apart
alter table sales_order_line add column credit_amount decimal(19, 4);
