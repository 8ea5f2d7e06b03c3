-- Which node of the installation speaks for a station, and holds a connection.
alter table station add column node_name text; -- null: it was never connected since this column came
alter table connection add column node_name text;
