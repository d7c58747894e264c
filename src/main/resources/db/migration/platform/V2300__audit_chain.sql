-- who did what: what it was before and after, why, on whose behalf; and a chain through all entries, so that a change or a gap shows
alter table audit_entry modify column staff_id binary(16) null;
alter table audit_entry add column subject_label varchar(120);
alter table audit_entry add column customer_id binary(16);
alter table audit_entry add column before_values text;
alter table audit_entry add column after_values text;
alter table audit_entry add column reason varchar(500);
alter table audit_entry add column search_text varchar(1000);
-- the content is in the chain by a salted hash only: it can be erased with its salt, and the chain still holds
alter table audit_entry add column salt char(32);
alter table audit_entry add column content_hash char(64);
alter table audit_entry add column erased_at datetime(6);
-- given when the entry is taken into the chain, a moment after its transaction has ended
alter table audit_entry add column chain_position bigint;
alter table audit_entry add column chain_hash char(64);
update audit_entry set customer_id = subject_id where subject_kind = 'customer';
create unique index audit_entry_position on audit_entry (chain_position);
create index audit_entry_happened on audit_entry (happened_at);
create index audit_entry_customer on audit_entry (customer_id, happened_at);
create index audit_entry_action on audit_entry (action, happened_at);
create index audit_entry_label on audit_entry (subject_label, happened_at);

-- the end of the chain: one row
create table audit_chain (
    id             int         not null primary key,
    chain_position bigint      not null,
    chain_hash     char(64)    not null,
    signature      char(64)    not null
);
insert into audit_chain (id, chain_position, chain_hash, signature) values (1, 0, '', '');
