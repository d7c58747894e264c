-- what is given away for good: returned goods that were not paid yet, and money that was owed and went back
alter table payment add column conceded decimal(19, 4) default 0 not null;
-- of what goes back, so much was owed; null where nobody said
alter table payment_attempt add column conceded decimal(19, 4);
-- less than its order comes to: goods came back before they were paid
update payment set conceded = (select o.total - payment.amount from sales_order o where o.id = payment.reference)
where canceled_at is null and exists (select 1 from sales_order o where o.id = payment.reference and o.total > payment.amount and o.currency = payment.currency);
-- fully paid, and less is kept than was asked for
update payment set conceded = conceded + (amount - captured + refunded), amount = captured - refunded
where canceled_at is null and refunded > 0 and captured >= amount and captured - refunded < amount;
