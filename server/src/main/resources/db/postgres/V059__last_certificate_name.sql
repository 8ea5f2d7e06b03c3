-- The common name by which a station last came, apart from the one to which it is bound: an operator may take that back.
alter table station_security add column last_certificate_name text;
update station_security set last_certificate_name = certificate_name where last_certificate_subject is not null;
