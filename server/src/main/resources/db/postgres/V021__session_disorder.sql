-- Sessions of which late events were taken as they came; they are derived anew when they have been quiet for a while.
create table session_disorder (
    session_id bigint not null primary key references charging_session (id) on delete cascade
);
