-- What is wanted to be in service is told so after each boot, too. A row with it is kept when its block was lifted.
alter table connector_block add column is_wanted boolean not null default false;
