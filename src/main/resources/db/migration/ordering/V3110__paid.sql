-- how the customer chose to pay
alter table sales_order add column pay_by varchar(20);
