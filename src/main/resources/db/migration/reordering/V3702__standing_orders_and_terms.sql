-- what a customer gets every so many weeks until she says otherwise; its orders are placed by a job
create table standing_order (
    id              binary(16)   not null primary key,
    customer_id     binary(16)   not null,
    person_id       binary(16)   not null,
    name            varchar(80)  not null,
    every_weeks     int          not null,
    next_on         date         not null,
    status          varchar(10)  not null,
    shipping_option varchar(20),
    pay_by          varchar(20)  not null,
    tries           int          not null,
    noticed_for     date,
    made_at         datetime(6)  not null,
    changed_at      datetime(6)  not null
);
create index standing_order_customer on standing_order (customer_id, status);
create index standing_order_person on standing_order (person_id);
create index standing_order_due on standing_order (status, next_on);

create table standing_order_line (
    standing_id   binary(16)    not null,
    position      int           not null,
    variant_id    binary(16)    not null,
    configuration varchar(2000) not null,
    quantity      int           not null,
    primary key (standing_id, position),
    constraint line_of_standing_order foreign key (standing_id) references standing_order (id)
);

-- what came of each day: "placed", "asked" (somebody of the company first), "skipped", or why not
create table standing_order_run (
    id           binary(16)  not null primary key,
    standing_id  binary(16)  not null,
    due_on       date        not null,
    happened_at  datetime(6) not null,
    outcome      varchar(20) not null,
    order_number varchar(40),
    constraint run_of_standing_order foreign key (standing_id) references standing_order (id)
);
create index standing_order_run_at on standing_order_run (standing_id, happened_at);
create index standing_order_run_outcome on standing_order_run (outcome, happened_at);

-- articles that are bought for a time: a subscription, a year of maintenance
create table article_term (
    variant_id binary(16)  not null primary key,
    months     int         not null,
    changed_at datetime(6) not null,
    changed_by binary(16)  not null
);

create table running_term (
    id           binary(16)  not null primary key,
    customer_id  binary(16)  not null,
    person_id    binary(16)  not null,
    order_id     binary(16)  not null,
    variant_id   binary(16)  not null,
    quantity     int         not null,
    months       int         not null,
    begins_on    date        not null,
    ends_on      date        not null,
    reminded_at  datetime(6),
    renewed_by   binary(16),
    ended_at     datetime(6),
    constraint running_term_once unique (order_id, variant_id)
);
create index running_term_customer on running_term (customer_id, ends_on);
create index running_term_person on running_term (person_id);
create index running_term_ends on running_term (ends_on);
create index running_term_renewed on running_term (renewed_by);
