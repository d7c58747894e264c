-- a rule that is switched on or changed only counts until then; what was on already goes on
alter table retention_rule add column counts_until datetime(6);
update retention_rule set counts_until = '2026-01-01 00:00:00' where active = true;
-- sources: src/docs/personal-data.md, "Retention"; rules that somebody set already are left as they are
update retention_rule set active = true where code in ('customer', 'inquiry', 'order', 'request') and changed_at is null;
