-- which entries of the search log are a person's who allows that they are joined; the id is the entry's
create table search_visit (
    id          binary(16)  not null primary key,
    customer_id binary(16)  not null,
    joined_at   datetime(6) not null
);
create index search_visit_customer on search_visit (customer_id);
