-- By which a key is known again, whatever request it comes in: one whose certificate was revoked gets no other.

alter table issued_certificate add column key_hash text; -- SHA-256 of the public key, in hex; null: issued before this was kept
create index issued_certificate_by_key on issued_certificate (tenant_id, key_hash);
