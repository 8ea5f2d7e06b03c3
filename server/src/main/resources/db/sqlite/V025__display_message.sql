-- Texts on the displays of stations (OCPP 2.x block O): what was sent there, and what the stations said to it.
create table display_message (
    tenant_id    bigint not null,
    station_id   bigint not null references station (id) on delete cascade,
    message_id   bigint not null, -- chosen by whoever set it; the station knows the message by it
    message_json text not null, -- as it was sent, or as the station reported it
    is_shown     boolean, -- true: the station has it; false: it was refused or cleared, or is not there any more; null: not known
    outcome      text, -- of the last command about it; null: only the station has told of it
    action       text, -- of that command
    said         text, -- the station's word in answer to that command
    actor        text, -- who sent that command
    changed_at   timestamp not null,
    reported_at  timestamp, -- when the station last reported it by itself
    primary key (station_id, tenant_id, message_id)
);
