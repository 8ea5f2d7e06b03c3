-- Why a tenant is suspended, and what it has set for itself.

alter table tenant add column suspended_for text; -- told to its people; null: it is served
alter table tenant add column unknown_stations text; -- reject, pending, accept; null: what the installation says
