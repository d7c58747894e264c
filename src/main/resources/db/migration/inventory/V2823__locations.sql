-- where stock lies; stock_item holds the sum over all places, by which is sold
create table stock_location (
    code     varchar(20)  not null primary key,
    name_en  varchar(120) not null,
    name_fr  varchar(120) not null,
    position int          not null
);
insert into stock_location (code, name_en, name_fr, position) values ('main', 'Warehouse', 'Entrepôt', 0);

create table stock_at (
    variant_id binary(16)  not null,
    location   varchar(20) not null,
    on_hand    int         not null,
    primary key (variant_id, location),
    constraint stock_at_item foreign key (variant_id) references stock_item (variant_id),
    constraint stock_at_location foreign key (location) references stock_location (code)
);
insert into stock_at (variant_id, location, on_hand) select variant_id, 'main', on_hand from stock_item;

alter table stock_movement add column location varchar(20) not null default 'main';

-- a reservation may end by itself; what is expected to come in, and when
alter table stock_reservation add column held_until datetime(6);
create index stock_reservation_ending on stock_reservation (state, held_until);
alter table stock_item add column expected int not null default 0;
alter table stock_item add column expected_on date;
