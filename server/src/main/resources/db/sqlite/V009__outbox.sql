-- An event that was passed on is deleted: what stands here is owed.

delete from outbox where sent_at is not null;
drop index outbox_unsent;
alter table outbox drop column sent_at;
