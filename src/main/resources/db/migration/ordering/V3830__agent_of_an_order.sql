-- who sold it for the shop, by code; null for the shop itself
alter table sales_order add column agent varchar(40);
create index sales_order_agent on sales_order (agent, placed_at);
