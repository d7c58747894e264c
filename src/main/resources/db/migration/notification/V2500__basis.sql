-- on what ground a message that needs one was sent, as answered at the moment of sending
alter table outbox_message add column basis varchar(20);
alter table outbox_message add column basis_entry binary(16);
alter table outbox_message add column basis_until datetime(6);
alter table outbox_message add column refusal varchar(20);
alter table outbox_message add column stop_address varchar(500);
