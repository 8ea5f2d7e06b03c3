-- How far a station's clock is off, and when a connector was last reported.

alter table station add column clock_ahead_ms bigint; -- negative: behind; null: not measured yet
alter table station add column clock_since_at timestamptz; -- when it was first measured so
alter table station add column clock_measured_at timestamptz;

alter table connector add column reported_at timestamptz; -- the first report since the station booted; null: received_at
