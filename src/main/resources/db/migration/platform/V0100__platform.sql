create table audit_entry (
    id           binary(16)   not null primary key,
    happened_at  datetime(6)  not null,
    staff_id     binary(16)   not null,
    action       varchar(80)  not null,
    subject_kind varchar(40)  not null,
    subject_id   binary(16)   not null,
    detail       varchar(4000)
);
create index audit_entry_subject on audit_entry (subject_id, happened_at);
create index audit_entry_staff on audit_entry (staff_id, happened_at);

create table shop_setting (
    setting_key   varchar(100) not null primary key,
    setting_value text         not null
);

-- gapless enough for people: order, inquiry and customer numbers are drawn here (see platform.persistence.Numbers)
create table number_range (
    name       varchar(40) not null primary key,
    next_value bigint      not null
);

create table scheduled_tasks (
    task_name            varchar(100) not null,
    task_instance        varchar(100) not null,
    task_data            blob,
    execution_time       datetime(6)  not null,
    picked               boolean      not null,
    picked_by            varchar(50),
    last_success         datetime(6),
    last_failure         datetime(6),
    consecutive_failures int,
    last_heartbeat       datetime(6),
    version              bigint       not null,
    priority             smallint,
    primary key (task_name, task_instance)
);
create index scheduled_tasks_execution_time on scheduled_tasks (execution_time);
create index scheduled_tasks_last_heartbeat on scheduled_tasks (last_heartbeat);
