-- Sessions by their end: lists and sums of a month. They serve a query only where it says the words themselves. The one that
-- fits every list comes last: of indexes that look as good, SQLite takes the older one.
create index charging_session_station_end on charging_session (tenant_id, station_id, ended_at) where state = 'ended';
create index charging_session_token_end on charging_session (tenant_id, token_key, ended_at) where state = 'ended';
create index charging_session_suspect_end on charging_session (tenant_id, verdict, ended_at)
    where verdict = 'suspect' and state = 'ended';
create index charging_session_incomplete_end on charging_session (tenant_id, verdict, ended_at)
    where verdict = 'incomplete' and state = 'ended';
create index charging_session_by_end on charging_session (tenant_id, ended_at) where state = 'ended';
