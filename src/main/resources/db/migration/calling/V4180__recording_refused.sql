-- somebody took the consent back: what is told again of the same recording is not kept
alter table phone_call add recording_refused boolean not null default false;
