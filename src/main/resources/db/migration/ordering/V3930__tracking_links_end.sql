-- a link whose time is over is opened anew by a mailed code, for a few days
alter table sales_order add column track_opened_at datetime(6);
