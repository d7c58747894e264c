-- the person who placed the order, where the customer is a company or somebody signed in
alter table sales_order add column placed_by binary(16);
-- whoever has ordered is a customer: the log says so from the first order on
insert into customer_stage_change (customer_id, position, changed_at, month_key, from_stage, to_stage, cause, actor)
    select customer_id, 1, min(placed_at), min(extract(year from placed_at) * 12 + extract(month from placed_at) - 1), 'prospect', 'customer', 'ordered', 'SYSTEM'
    from sales_order group by customer_id;
update customer set stage = 'customer' where id in (select customer_id from sales_order);
