-- what a bank keeps for us, and until when
alter table payment add column held decimal(19, 4) default 0 not null;
alter table payment add column held_until datetime(6);
create index payment_held on payment (held_until);
-- with a closing one the rest of what is kept is let go
alter table payment_attempt add column closing boolean default false not null;
-- the other side of the demonstration gateway: what was taken of what is kept
alter table demo_charge add column taken decimal(19, 4) default 0 not null;
alter table demo_charge add column at_once boolean default true not null;
update demo_charge set taken = amount where state = 'CAPTURED';
