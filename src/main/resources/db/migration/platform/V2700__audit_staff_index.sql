-- what one member of staff did of one kind: a question that matches nothing shall not read all she ever did
create index audit_entry_staff_action on audit_entry (staff_id, action, happened_at);
