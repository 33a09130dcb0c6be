-- What follows a submission in a journey, statement by statement: three officers' acts, the status page's and the inbox's reads.
select case_id, status, version, wrapped_key, answers, ledger_seq, ledger_hash, due_on, is_paused, office_id from cases where case_id = :id;
select case_id, seq, post_id, stage, version from work_items where case_id = :id and done_at is null;
begin;
update cases set status = 'InProcess', ledger_seq = 2, ledger_hash = :hash, version = 1 where case_id = :id and version = 0;
update work_items set done_at = now(), version = 1 where case_id = :id and seq = 1 and version = 0;
insert into work_items (case_id, seq, post_id, stage, since_at, due_on, is_paused, service_id, is_with_applicant, is_urgent, version) values (:id, 2, :circle, 'verification', now(), current_date + 15, false, 'income-certificate', false, false, 0);
insert into ledger_entries (stream_kind, stream_id, seq, kind, at, actor, post_id, facts, body, previous_hash, hash)
  values ('case', :id, 2, 'CaseForwarded', now(), 'post', :clerk, '{"status":"InProcess","due_on":"2026-12-07","is_paused": false,"stage":"verification","post_id":"019abcde-0000-7000-8000-000000000000","clock":[]}', :words, :hash, :hash);
insert into ledger_unanchored (stream_kind, stream_id, seq, hash) values ('case', :id, 2, :hash);
commit;
select case_id, status, version, wrapped_key, answers, ledger_seq, ledger_hash, due_on, is_paused, office_id from cases where case_id = :id;
select case_id, seq, post_id, stage, version from work_items where case_id = :id and done_at is null;
begin;
update cases set status = 'InProcess', ledger_seq = 3, ledger_hash = :hash, version = 2 where case_id = :id and version = 1;
update work_items set done_at = now(), version = 1 where case_id = :id and seq = 2 and version = 0;
insert into work_items (case_id, seq, post_id, stage, since_at, due_on, is_paused, service_id, is_with_applicant, is_urgent, version) values (:id, 3, :tahsildar, 'decision', now(), current_date + 15, false, 'income-certificate', false, false, 0);
insert into ledger_entries (stream_kind, stream_id, seq, kind, at, actor, post_id, facts, body, previous_hash, hash)
  values ('case', :id, 3, 'FieldReportGiven', now(), 'post', :circle, '{"status":"InProcess","due_on":"2026-12-07","is_paused": false,"stage":"decision","post_id":"019abcde-0000-7000-8000-000000000000","clock":[]}', :words, :hash, :hash);
insert into ledger_unanchored (stream_kind, stream_id, seq, hash) values ('case', :id, 3, :hash);
commit;
select case_id, status, version, wrapped_key, answers, ledger_seq, ledger_hash, due_on, is_paused, office_id from cases where case_id = :id;
select case_id, seq, post_id, stage, version from work_items where case_id = :id and done_at is null;
select gen_random_uuid() as certificate \gset
begin;
update cases set status = 'Granted', ledger_seq = 4, ledger_hash = :hash, version = 3 where case_id = :id and version = 2;
update work_items set done_at = now(), version = 1 where case_id = :id and seq = 3 and version = 0;
insert into ledger_entries (stream_kind, stream_id, seq, kind, at, actor, post_id, facts, body, previous_hash, hash)
  values ('case', :id, 4, 'ApplicationGranted', now(), 'post', :tahsildar, '{"status":"InProcess","due_on":"2026-12-07","is_paused": false,"stage":"","post_id":"019abcde-0000-7000-8000-000000000000","clock":[]}', :body, :hash, :hash);
insert into ledger_unanchored (stream_kind, stream_id, seq, hash) values ('case', :id, 4, :hash);
insert into outbox (id, kind, body, due_at, attempts) values (:certificate, 'certificate', 'MH7KQ42M9TXB3WC', now(), 0);
commit;
select * from cases where case_id = :id;
select * from work_items where case_id = :id and done_at is null;
select * from ledger_entries where stream_kind = 'case' and stream_id = :id order by seq;
select exists (select 1 from certificates where case_id = :id and status = 'Valid');
select * from looks where case_id = :id order by at desc limit 50;
select i.stage, i.due_on, i.since_at, c.* from work_items i join cases c on i.case_id = c.case_id
  where i.post_id = :clerk and i.is_paused = false and i.done_at is null order by i.due_on, i.case_id limit 21;
