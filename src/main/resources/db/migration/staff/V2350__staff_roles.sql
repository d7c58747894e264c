-- what members of staff may do: roles are data, each a set of permissions; a member has one or more
create table staff_role (
    code       varchar(60)  not null primary key,
    version    int          not null,
    name_en    varchar(80)  not null,
    name_fr    varchar(80)  not null,
    everything boolean      not null,
    shipped    boolean      not null
);
create table staff_role_permission (
    role_code  varchar(60) not null,
    permission varchar(60) not null,
    primary key (role_code, permission),
    constraint staff_role_permission_role foreign key (role_code) references staff_role (code)
);
create table staff_member_role (
    staff_id  binary(16)  not null,
    role_code varchar(60) not null,
    primary key (staff_id, role_code),
    constraint staff_member_role_member foreign key (staff_id) references staff_member (id),
    constraint staff_member_role_role foreign key (role_code) references staff_role (code)
);
-- the permissions that earlier versions knew: a new one is given to the shipped roles once
create table staff_permission_known (
    permission varchar(60) not null primary key
);
-- counts every change of roles and members, so that every node sees at once that what it keeps in memory is old
create table staff_change (
    id    int    not null primary key,
    stamp bigint not null
);
insert into staff_change (id, stamp) values (1, 1);
insert into staff_role (code, version, name_en, name_fr, everything, shipped) values
    ('agent', 0, 'Service', 'Service à la clientèle', false, true),
    ('warehouse', 0, 'Packing and shipping', 'Emballage et expédition', false, true),
    ('manager', 0, 'Manager', 'Gestion', true, true),
    ('privacy-officer', 0, 'Privacy officer', 'Responsable de la protection des renseignements', false, true);
insert into staff_member_role (staff_id, role_code) select id, lower(role) from staff_member;
alter table staff_member drop column role;
-- a session belongs to a generation; a suspension begins the next
alter table staff_member add column generation int not null default 0;
alter table staff_member add column suspended_at datetime(6);
