-- With what a customer comes, in a few words ("Firefox, Windows"): kept only while she allows that her visits are joined to her.
create table customer_browser (
    id          binary(16)  not null primary key,
    customer_id binary(16)  not null,
    browser     varchar(60) not null,
    first_on    date        not null,
    last_on     date        not null,
    constraint customer_browser_once unique (customer_id, browser),
    constraint browser_of_customer foreign key (customer_id) references customer (id)
);
