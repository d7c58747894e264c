-- the words of old deeds go by time now; as every rule that is new it only counts for its first two weeks (src/docs/personal-data.md, "Retention")
update retention_rule set active = true where code = 'audit' and changed_at is null;
