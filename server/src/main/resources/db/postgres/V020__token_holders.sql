-- A shared token may have many sessions open that it was refused for; each start asks only for those that were accepted.
drop index charging_session_open_token;
create index charging_session_open_token on charging_session (tenant_id, token_key, token_verdict) where state = 'open';
