-- What the server does of itself later, or every so often; once, however many servers share the database.
create table scheduled_job (
    name            text not null,
    instance        text not null,      -- of a recurring job: always the same
    data_json       text,               -- what a one-off job works on; null: a recurring one
    due_at          timestamp not null,
    claimed_by      text,               -- the server that runs it; null: none
    heartbeat_at    timestamp,        -- when that server last said that it still does
    version         bigint not null,    -- counts the changes: whoever knows an older one has lost it
    failures        integer not null,   -- that have followed one another
    last_start_at   timestamp,
    last_millis     bigint,             -- how long the last run took
    last_success_at timestamp,
    last_failure_at timestamp,
    last_failure    text,
    primary key (name, instance)
);
create index scheduled_job_due on scheduled_job (due_at) where claimed_by is null;
create index scheduled_job_claimed on scheduled_job (heartbeat_at) where claimed_by is not null;
