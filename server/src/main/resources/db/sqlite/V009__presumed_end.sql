-- What else a station says may tell that a session is over that it has not ended: it booted, its connector is free.
alter table charging_session add column end_sign text; -- reboot | connector_free | superseded | refused; null: none
alter table charging_session add column end_sign_at timestamp; -- when it was seen
alter table charging_session add column free_at timestamp; -- from then on the session keeps no token busy
create index charging_session_free on charging_session (free_at) where state = 'open' and free_at is not null;
