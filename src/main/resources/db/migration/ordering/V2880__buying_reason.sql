-- why somebody says that she buys here; asked once: a row without an answer is a "not now", or an answer taken back
create table buying_reason (
    customer_id binary(16)  not null primary key,
    asked_at    datetime(6) not null,
    answered_at datetime(6),
    choice      varchar(20),
    words       varchar(300)
);
-- customers whose orders of before were imported: three orders make a regular, from the moment of the third on
insert into customer_stage_change (customer_id, position, changed_at, month_key, from_stage, to_stage, cause, actor)
    select t.customer_id, (select coalesce(max(l.position) + 1, 0) from customer_stage_change l where l.customer_id = t.customer_id), t.placed_at,
        extract(year from t.placed_at) * 12 + extract(month from t.placed_at) - 1, c.stage, n.code, 'ordered-again', 'SYSTEM'
    from (select customer_id, placed_at, row_number() over (partition by customer_id order by placed_at, id) as nth
          from sales_order where kind = 'ORDER' and status <> 'CANCELED') t
    join customer c on c.id = t.customer_id
    join customer_stage s on s.code = c.stage
    join customer_stage n on n.code = (select max(code) from customer_stage where entered_on = 'ordered-again' and retired = false)
    where t.nth = 3 and s.position < n.position;
update customer set stage = (select max(code) from customer_stage where entered_on = 'ordered-again' and retired = false)
    where exists (select 1 from customer_stage n join customer_stage s on s.position < n.position where n.code = (select max(code) from customer_stage where entered_on = 'ordered-again' and retired = false) and s.code = customer.stage)
    and id in (select customer_id from sales_order where kind = 'ORDER' and status <> 'CANCELED' group by customer_id having count(*) >= 3);
