-- SQLite holds no rows apart by itself: here our queries alone do.
select 1;
