-- the desk: team, channel, language, what is put away for a while, what went into another inquiry, what the customer thought of it
alter table inquiry add column team varchar(40);
alter table inquiry add column channel varchar(20) not null default 'WEB';
alter table inquiry add column language varchar(8);
alter table inquiry add column snoozed_until datetime(6);
alter table inquiry add column merged_into binary(16);
alter table inquiry add column split_from binary(16);
alter table inquiry add column rating int;
alter table inquiry add column rating_words varchar(2000);
alter table inquiry add column rated_at datetime(6);
alter table inquiry add column minutes_spent int not null default 0;
-- whether it stands in the queue now, and by what it is sorted there: what is due first; what waits for the customer after everything else
alter table inquiry add column in_queue boolean not null default true;
alter table inquiry add column queue_at datetime(6) not null default '2020-01-01 00:00:00';
update inquiry set in_queue = case when status in ('RESOLVED', 'CLOSED') then false else true end;
update inquiry set queue_at = coalesce(due_at, '2200-01-01 00:00:00');
create index inquiry_all_queue on inquiry (in_queue, queue_at, id);
create index inquiry_my_queue on inquiry (assignee, in_queue, queue_at, id);
create index inquiry_team_queue on inquiry (team, in_queue, queue_at, id);
create index inquiry_status_queue on inquiry (status, in_queue, queue_at, id);
create index inquiry_snoozed on inquiry (snoozed_until);
create index inquiry_done on inquiry (closed_at, id);
create index inquiry_merged on inquiry (merged_into);

-- by which way it came or went, which person of a company wrote it, and the message id of a letter
alter table inquiry_message add column channel varchar(20) not null default 'WEB';
alter table inquiry_message add column author_id binary(16);
alter table inquiry_message add column external_id varchar(250);
alter table inquiry_message add column moved_from binary(16);
create index inquiry_message_external on inquiry_message (external_id);

-- each change with what was before, how the inquiry stood after it, why, and which changes were one deed
alter table inquiry_step add column actor varchar(20);
alter table inquiry_step add column before_value varchar(200);
alter table inquiry_step add column reason_key varchar(100);
alter table inquiry_step add column reason_values text;
alter table inquiry_step add column batch_id binary(16);
alter table inquiry_step add column status varchar(30);
alter table inquiry_step add column priority varchar(20);
alter table inquiry_step add column type varchar(20);
alter table inquiry_step add column team varchar(40);
create index inquiry_step_batch on inquiry_step (batch_id);
