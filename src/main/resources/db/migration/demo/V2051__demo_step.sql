-- what of the demonstration has been loaded, so that a loading that was interrupted goes on where it stopped
create table demo_step (
    name   varchar(120) not null primary key,
    result varchar(200) not null
);
