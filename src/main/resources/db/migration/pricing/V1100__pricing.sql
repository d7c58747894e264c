-- list prices with their history: the one that counts is the latest that is valid
create table price (
    id         binary(16)     not null primary key,
    variant_id binary(16)     not null,
    amount     decimal(19, 4) not null,
    currency   char(3)        not null,
    valid_from datetime(6)    not null,
    constraint price_once unique (variant_id, valid_from)
);

-- sales taxes by destination, with the day from which a rate holds; a later row of the same code replaces an earlier one
create table tax_rate (
    country    char(2)       not null,
    province   varchar(10)   not null,
    code       varchar(10)   not null,
    rate       decimal(9, 6) not null,
    valid_from date          not null,
    primary key (country, province, code, valid_from)
);
insert into tax_rate (country, province, code, rate, valid_from) values
    ('CA', 'AB', 'GST', 0.05, '2008-01-01'),
    ('CA', 'BC', 'GST', 0.05, '2008-01-01'), ('CA', 'BC', 'PST', 0.07, '2013-04-01'),
    ('CA', 'MB', 'GST', 0.05, '2008-01-01'), ('CA', 'MB', 'PST', 0.07, '2019-07-01'),
    ('CA', 'NB', 'HST', 0.15, '2016-07-01'),
    ('CA', 'NL', 'HST', 0.15, '2016-07-01'),
    ('CA', 'NS', 'HST', 0.15, '2010-07-01'), ('CA', 'NS', 'HST', 0.14, '2025-04-01'),
    ('CA', 'NT', 'GST', 0.05, '2008-01-01'),
    ('CA', 'NU', 'GST', 0.05, '2008-01-01'),
    ('CA', 'ON', 'HST', 0.13, '2010-07-01'),
    ('CA', 'PE', 'HST', 0.15, '2016-10-01'),
    ('CA', 'QC', 'GST', 0.05, '2008-01-01'), ('CA', 'QC', 'QST', 0.09975, '2013-01-01'),
    ('CA', 'SK', 'GST', 0.05, '2008-01-01'), ('CA', 'SK', 'PST', 0.06, '2017-03-23'),
    ('CA', 'YT', 'GST', 0.05, '2008-01-01');
